from PySide6.QtCore import QSize
from PySide6.QtWidgets import *
def test_x(open_window, sample_file, tmp_path):
    p=tmp_path/"j.legjournal"; p.write_bytes(sample_file.read_bytes())
    person=open_window(p, text_size=200)
    person.window.resize(640,560)
    for tab in (1,2,3,4):
        person.turns_to(tab); person.qtbot.wait(300)
        print("TAB",tab, person.window.header.minimumSizeHint(), person.window.centralWidget().minimumSizeHint())
        for w in person.window.findChildren(QWidget):
            if w.isVisible() and not w.findChildren(QWidget) and w.minimumSizeHint().width()>500 or (w.isVisible() and w.width()>640): print("   ",type(w).__name__, getattr(w,'text',lambda:'')() if hasattr(w,'text') and not isinstance(w, QTabBar) else '', w.minimumSizeHint(), w.size())
    bar=person.window.header.bar
    for n in range(4):
        bar.setCurrentIndex(n); person.qtbot.wait(50); print(bar.width(), bar.tabRect(3), bar.sizeHint())
