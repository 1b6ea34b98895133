"""Read Vietnamese administrative documents: text and files in, frozen values out."""
