"""ReportLab drawing pages of plain text, to measure our report against: plain_pages.py PAGES FILE."""

import sys

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

if __name__ == "__main__":
    style = getSampleStyleSheet()["BodyText"]
    story: list[object] = []
    for _page in range(int(sys.argv[1])):
        story += [Paragraph("The legs were restless until walking about helped. " * 3, style)] * 14
        story.append(PageBreak())
    SimpleDocTemplate(sys.argv[2]).build(story)
