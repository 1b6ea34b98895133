"""Everything of one installation in one file, and back.

A backup is a .zip: the database as it was at one moment, the stored files and kept pages of its documents, and
``manifest.json``, which names each part with its SHA-256. Sessions and the key that signs them stay out: who has a
backup cannot enter the running system with it, and after a restore everybody signs in again. The secrets of telephones
(the second step) lie under that key, too; it is kept apart from backups, once.
"""
