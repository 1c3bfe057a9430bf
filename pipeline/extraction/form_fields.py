"""What was filled into the fields of a form: it stands in no page, but in what is laid over pages, and people see both.

PDFium prints text fields on their pages before anything is read, so that either engine reads them in place as any other text.
"""

from __future__ import annotations

import ctypes
import io

import pypdfium2
import pypdfium2.raw as pdfium

TEXT_FIELDS = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
BOXES = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
EMPTY = 2
"""Bytes of a value of no characters: the mark of its end."""


def printed(document: pypdfium2.PdfDocument) -> bytes | None:
    """The file with its filled text fields printed on its pages, None where it has none. Raises `pypdfium2.PdfiumError`.

    Nothing else that is laid over a page is printed: no buttons and ticks, no signatures, no remarks of readers.
    """
    if document.get_formtype() != pdfium.FORMTYPE_ACRO_FORM:
        return None
    document.init_forms()
    found = [number for number in range(len(document)) if _print_fields(document, number)]
    if not found:
        return None
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def ticks(document: pypdfium2.PdfDocument) -> str:
    """A sign for each box of a form, page by page: 1 where it is ticked, else 0; "" where there are none.

    A tick is no text, but two forms that differ in one are two. Raises `pypdfium2.PdfiumError`.
    """
    if document.get_formtype() != pdfium.FORMTYPE_ACRO_FORM:
        return ""
    document.init_forms()
    return "".join(_ticks_on(document, number) for number in range(len(document)))


def _ticks_on(document: pypdfium2.PdfDocument, number: int) -> str:
    try:
        page = document[number]
    except pypdfium2.PdfiumError:  # a damaged page is told of where it is read
        return ""
    try:
        return "".join(_tick(document, page, place) for place in range(pdfium.FPDFPage_GetAnnotCount(page)))
    finally:
        page.close()


def _tick(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, place: int) -> str:
    field = pdfium.FPDFPage_GetAnnot(page, place)
    if not field:
        return ""
    try:
        form = document.formenv
        if pdfium.FPDFAnnot_GetFormFieldType(form, field) not in BOXES:
            return ""
        return str(int(pdfium.FPDFAnnot_IsChecked(form, field)))
    finally:
        pdfium.FPDFPage_CloseAnnot(field)


def _print_fields(document: pypdfium2.PdfDocument, number: int) -> bool:
    """Whether fields of this page were filled in, and could be printed."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:  # a damaged page is told of where it is read
        return False
    try:
        others = [
            place for place in range(pdfium.FPDFPage_GetAnnotCount(page)) if not _is_filled(document, page, place)
        ]
        if len(others) == pdfium.FPDFPage_GetAnnotCount(page):
            return False
        for place in reversed(others):
            pdfium.FPDFPage_RemoveAnnot(page, place)
        return pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS
    finally:
        page.close()


def _is_filled(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, place: int) -> bool:
    field = pdfium.FPDFPage_GetAnnot(page, place)
    if not field:
        return False
    try:
        form = document.formenv
        if pdfium.FPDFAnnot_GetFormFieldType(form, field) not in TEXT_FIELDS:
            return False
        return pdfium.FPDFAnnot_GetFormFieldValue(form, field, ctypes.POINTER(pdfium.FPDF_WCHAR)(), 0) > EMPTY
    finally:
        pdfium.FPDFPage_CloseAnnot(field)
