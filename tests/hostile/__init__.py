"""Files that are made to do harm, torn files, and files that are not what they seem; each made when it is wanted."""
