"""The system Cây Tre: doors over flows over rooms over core."""
