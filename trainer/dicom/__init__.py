"""Images and PACS: the only room that knows pydicom. Foreign files are read in limited children."""
