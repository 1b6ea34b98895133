"""From the tokens of an RTF file to its stories: groups, what holds in them, the words that they say."""

from __future__ import annotations

from vanban.errors import BrokenFile, TooLarge
from vanban.files import oldfonts
from vanban.files.blocks import Block, Content, Paragraph
from vanban.files.lines import words_of
from vanban.files.pieces import Piece
from vanban.files.rtf.font import Font
from vanban.files.rtf.lists import Lists
from vanban.files.rtf.pages import WESTERN
from vanban.files.rtf.state import State
from vanban.files.rtf.story import Story, label_of
from vanban.files.rtf.styles import Styles
from vanban.files.rtf.tokens import Tokens
from vanban.files.rtf.words import ACTIONS, DESTINATIONS, SIGNS

MOST_TEXT = 4_000_000


class Reader:
    """One reading of one file."""

    def __init__(self, data: bytes) -> None:
        self.tokens = Tokens(data)
        self.body = Story("body")
        self.margins: list[Block] = []
        self.notes: list[Block] = []
        self.state = State(self.body)
        self.around: list[State] = []
        self.page = WESTERN
        self.fonts: dict[int, Font] = {}
        self.default_font = 0
        self.unknown_font = Font("")
        self.styles = Styles()
        self.lists = Lists()
        self.says_numbers = b"\\listtext" in data or b"\\pntext" in data
        self.is_optional = False
        self.is_said = False
        """Whether what a field shows has been said already."""
        self.room = MOST_TEXT
        self.turned = False
        """Whether words were in fonts from before Unicode."""

    def read(self) -> Content:
        """All blocks. Raises BrokenFile where the end of the file is missing."""
        for stretch, word, number, brace, sign in self.tokens:
            if stretch is not None:
                self._say(stretch)
            elif word is not None:
                self._act(word, number)
            elif sign is not None:
                self._sign(sign)
            elif brace == b"{":
                self.is_optional = False
                self.around.append(self.state)
                self.state = self.state.copy()
            else:
                self.leave()
        self._leave(0)
        blocks = self.body.blocks()
        if not self.tokens.is_whole():
            raise BrokenFile
        remarks = (oldfonts.REMARK,) if self.turned else ()
        return Content(kind="rtf", blocks=(*self.margins, *blocks, *self.notes), remarks=remarks)

    def _act(self, word: bytes, number: bytes | None) -> None:
        optional, self.is_optional = self.is_optional, False
        if optional and word not in DESTINATIONS:
            self.skip()
        elif (act := ACTIONS.get(word)) is not None:
            act(self, 1 if number is None else int(number))

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.is_optional = True
        elif sign in (b"\r", b"\n"):
            ACTIONS[b"par"](self, 1)
        elif sign in SIGNS:
            self.put(SIGNS[sign])

    def font(self) -> Font:
        """The font that is set, by the paragraph's style where none is."""
        number = self.state.font
        if number is None:
            number = self.styles.value(b"f", style=self.state.style)
        return self.fonts.get(self.default_font if number is None else number, self.unknown_font)

    def _say(self, stretch: bytes) -> None:
        if not self.state.is_silent:
            font = self.font()
            self.put(font.words(stretch, fallback=self.state.fallback), font=font)

    def put(self, text: str, *, font: Font | None = None) -> None:
        """Words of the story that is being read, in this font or in the one that is set."""
        state = self.state
        if not text or state.is_silent:
            return
        self.room -= len(text)
        if self.room < 0:
            raise TooLarge
        bold = state.bold
        if bold is None:
            bold = bool(self.styles.value(b"b", style=state.style))
        font = font or self.font()
        self.turned = self.turned or font.old
        state.story.pieces.append(Piece(text, font.name, font.old, bold))

    def begin(self, kind: str) -> None:
        """The group that has begun is a story of its own; one that is not shown is passed over."""
        if self.state.is_silent:
            self.skip()
        else:
            self.state = State(Story(kind), fallback=self.state.fallback)

    def skip(self) -> None:
        """Pass over the rest of the group."""
        self.tokens.skip()
        self.leave()

    def leave(self) -> None:
        """Groups have ended: what held around them holds again."""
        self._leave(self.tokens.depth)

    def _leave(self, depth: int) -> None:
        while len(self.around) > depth:
            ended, self.state = self.state.story, self.around.pop()
            if ended is not self.state.story:
                self._finish(ended)

    def _finish(self, story: Story) -> None:
        if story.kind == "label":
            self.state.story.label = label_of(story)
        elif story.kind == "box":
            self.state.story.boxes += story.blocks()
        elif story.kind == "note":
            self.notes += (Paragraph(text, note=True) for text in words_of(story.blocks()))
        else:
            self.margins += (Paragraph(text, margin=True) for text in words_of(story.blocks()))
