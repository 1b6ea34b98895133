"""What cites what: chains, pictures, the register of acts, and the questions that they answer."""
