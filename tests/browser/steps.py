"""Small steps on the pages in a browser."""


def upload(page, *paths):
    """Send files through the upload page."""
    page.goto("/documents/upload/")
    page.get_by_label("Chọn một hay nhiều tệp").set_input_files([str(path) for path in paths])
    page.get_by_role("button", name="Đưa vào", exact=True).click()


def lit(page):
    """The words of the text that are lit."""
    return [text.strip() for text in page.locator("#text .lit").all_inner_texts()]
