/// Invented sentences with the figures that they hold: `sentence | figure; figure`, each figure as
/// `words = value[..second] [bound] unit [{noun counted}] [@role] [#casualty]`, a dash for none.
enum FigureTable {
    static let english = """
        The port shipped 5 million tonnes of grain. | 5 million tonnes = 5000000 t {grain}
        Police seized 2.3 tonnes of cocaine. | 2.3 tonnes = 2.3 t {cocaine}
        The fire burned 4,000 hectares of forest. | 4,000 hectares = 4000 ha {forest}
        It buys 50,000 barrels of oil a day. | 50,000 barrels = 50000 barrel {oil}
        The rower weighs 80 kg. | 80 kg = 80 kg
        Two people died and a third was injured. | Two = 2 count {people} #killed
        The crown closed at 92.5 against the dollar. | 92.5 = 92.5 count
        The crown was at 92 against the US dollar. | 92 = 92 count
        It cost 50 cents. | 50 cents = 0.5 USD
        Fuel rose by 20 pence to £1.60. | 20 pence = 0.2 GBP @increase; £1.60 = 1.6 GBP @to
        A third said no. | A third = 0.333 share
        One man said yes. Another man left. A third said no. | One = 1 count {man}; third = 3 ordinal {said}
        A quarter of voters and half of the members stayed home. | A quarter = 0.25 share {voters}; half = 0.5 share {members}
        A quarter of a million people fled. | A quarter of a million = 250000 count {people}
        Three quarters of a million people fled. | Three quarters of a million = 750000 count {people}
        Nearly half a million homes lost power. | Nearly half a million = 500000 about count {homes}
        Half of a million homes lost power. | Half of a million = 500000 count {homes}
        It sold one and a half million copies. | one and a half million = 1500000 count {copies}
        It took two and a half years. | two and a half years = 2.5 year
        The mast is 300m tall. | 300m = 300 m
        The ship lay about 1,500m offshore. | about 1,500m = 1500 about m
        The book sold 3m copies. | 3m = 3000000 count {copies}
        The fund spent £50m north of the river. | £50m = 50000000 GBP {spent}
        It took 2½ years. | 2½ years = 2.5 year
        It took 2 1/2 years. | 2 1/2 years = 2.5 year
        About 1 in 5 children goes hungry. | About 1 in 5 = 0.2 about share {children}
        One in five homes is empty. | One in five = 0.2 share {homes}
        Nine in 10 voters agreed. | Nine in 10 = 0.9 share {voters}
        Three out of four drivers agreed. | Three out of four = 0.75 share {drivers}
        Some 3 out of 4 drivers agreed. | Some 3 out of 4 = 0.75 about share {drivers}
        He scored two in five minutes. | two = 2 count; five minutes = 5 minute
        Three-quarters of drivers agreed. | Three-quarters = 0.75 share {drivers}
        Nearly two-thirds of nurses voted. | Nearly two-thirds = 0.667 about share {nurses}
        Just under a third of nurses voted. | Just under a third = 0.333 lessThan share {nurses}
        At least 6.5% of nurses voted. | At least 6.5% = 6.5 atLeast percent {nurses}
        Most nurses voted. | Most = 0.5 moreThan share {nurses}
        Most of the nurses voted. | Most of = 0.5 moreThan share {nurses}
        A slim majority of nurses voted. | A slim majority = 0.5 moreThan share {nurses}
        The majority leader spoke first. | -
        The majority whip and majority owner left. | -
        They hold a majority of seats. | a majority = 0.5 moreThan share {seats}
        No passengers were hurt. | No = 0 share {passengers}
        None of the passengers was hurt. | None of = 0 share {passengers}
        Not one passenger was hurt. | Not one = 0 share {passenger}
        Not a single passenger was hurt. | Not a single = 0 share {passenger}
        Neither of the pilots was hurt. | Neither of = 0 share {pilots}
        All of the passengers were hurt. | All of = 1 share {passengers}
        All 12 passengers were hurt. | 12 = 12 count {passengers} #injured
        The guard is 6'2" tall. | 6'2" = 6.167 foot
        The guard is 6’ 2” tall. | 6’ 2” = 6.167 foot
        The 5-foot-10 guard left. | 5-foot-10 = 5.833 foot
        He is six feet two inches tall. | six feet two inches = 6.167 foot
        The pipe is 12 inches wide. | 12 inches = 12 inch
        The 12-inch pipe burst. | 12-inch = 12 inch
        Snow lay three feet deep. | three feet = 3 foot
        It lies 30 miles from here. | 30 miles = 30 mile
        The park has 40 square miles. | 40 square miles = 40 square mile
        It flew at 500 miles per hour. | 500 miles per hour = 500 mph
        It flew at 120 mph. | 120 mph = 120 mph
        It drove 120 km/h there. | 120 km/h = 120 km/h
        It weighs 80 kilos. | 80 kilos = 80 kg
        They moved 3,000 tonnes of sand. | 3,000 tonnes = 3000 t {sand}
        It was 101 degrees Fahrenheit. | 101 degrees Fahrenheit = 101 degree F
        It was minus 12 degrees there. | minus 12 degrees = -12 degree
        A 6.2-magnitude quake struck. | 6.2-magnitude = 6.2 magnitude
        A magnitude 6.2 quake struck. | magnitude 6.2 = 6.2 magnitude
        Of the 19 Sept. 11 hijackers, few spoke. | 19 = 19 count {hijackers}
        The Sept. 11 hijackers met twice. | twice = 2 count
        The July 4 parade was off. | -
        The 9/11 families spoke of the Jan. 6 committee. | -
        The motel stands on Route 66. | -
        The two Boeing 737 jets and a Boeing 747 landed. | two = 2 count {Boeing 737 jets}
        Flight 370 vanished after the G7 talks. | -
        The Apollo 11 crew and the Formula 1 teams met. | -
        Covid-19 and H1N1 spread. | -
        He lives at 10 Downing Street. | -
        She lives at 221 North Baker Road. | -
        The White House is at 1600 Pennsylvania Avenue. | -
        It is a 3-D film shown at a 7-Eleven. | -
        The Under-21s beat the over-65s. | -
        He leads Group of 20 talks. | -
        The Second World War and Fifth Avenue. | -
        The 112th Congress met. | 112th = 112 ordinal {Congress}
        It was his third win. | third = 3 ordinal {win}
        Turnout fell from 62 to 55 percent. | 62 = 62 percent @from; 55 percent = 55 percent @to
        The bill passed 97-1 there. | 97-1 = 97..1 ratio {bill} @vote
        It passed on a 348-77 vote. | 348-77 = 348..77 ratio @vote
        The Senate voted 97 to 1 for it. | 97 to 1 = 97..1 ratio @vote
        The court ruled 5-4 against it. | 5-4 = 5..4 ratio @vote
        Between $3 and $5 million is gone. | Between $3 and $5 million = 3000000..5000000 range USD
        It costs $3m-$5m. | $3m-$5m = 3000000..5000000 range USD
        More than £1.2 billion is gone. | More than £1.2 billion = 1200000000 moreThan GBP
        It fined him 5,687.75 dollars. | 5,687.75 dollars = 5687.75 USD {fined}
        He paid $466.30 for dinner. | $466.30 = 466.3 USD {dinner}
        Roughly 17,000 people came. | Roughly 17,000 = 17000 about count {people}
        Not fewer than 40 ships sank. | Not fewer than 40 = 40 atLeast count {ships}
        A minimum of 40 ships sank. | A minimum of 40 = 40 atLeast count {ships}
        At most 40 ships sank. | At most 40 = 40 atMost count {ships}
        Dozens of ships sank. | Dozens of = 24 atLeast count {ships}
        Several dozen ships sank. | Several dozen = 24 atLeast count {ships}
        Tens of thousands of people came. | Tens of thousands of = 20000 atLeast count {people}
        Two dozen ships sank. | Two dozen = 24 count {ships}
        Thirty-two ships sank. | Thirty-two = 32 count {ships}
        Four hundred and twelve ships sank. | Four hundred and twelve = 412 count {ships}
        It has 1.5 million users. | 1.5 million = 1500000 count {users}
        Shares fell 0.5 percentage points. | 0.5 percentage points = 0.5 percentage point @decrease
        The boy, 11, was found. | 11 = 11 year @age
        The 11-year-old boy was found. | 11-year-old = 11 year @age
        She is 46 years old. | 46 years old = 46 year @age
        He has two brothers aged 5 and 7. | two = 2 count {brothers}; 5 = 5 year @age; 7 = 7 year @age
        The firm sold 12 F-16s and three Airbus A380s. | 12 = 12 count; three = 3 count {Airbus A380s}
        """

    static let french = """
        Un quart de million de personnes a fui. | Un quart de million = 250000 count {personnes}
        Un demi-million de personnes a fui. | Un demi-million = 500000 count {personnes}
        Un million et demi de personnes a fui. | Un million et demi = 1500000 count {personnes}
        Il a fallu deux ans et demi. | deux ans et demi = 2.5 year
        Un enfant sur cinq a faim. | Un enfant sur cinq = 0.2 share {enfant}
        Trois Français sur quatre ont voté. | Trois Français sur quatre = 0.75 share {Français}
        Près de 3 élèves sur 4 ont voté. | Près de 3 élèves sur 4 = 0.75 about share {élèves}
        Aucun passager n’est blessé. | Aucun = 0 share {passager}
        Aucune victime n’est connue. | Aucune = 0 share {victime}
        Aucun des passagers n’est blessé. | Aucun = 0 share {passagers}
        La plupart des passagers sont partis. | La plupart = 0.5 moreThan share {passagers}
        La majeure partie des passagers est partie. | La majeure partie = 0.5 moreThan share {passagers}
        Une large majorité des députés a voté. | Une large majorité = 0.5 moreThan share {députés}
        Les trois quarts des députés ont voté. | trois quarts = 0.75 share {députés}
        Plus des deux tiers des députés ont voté. | Plus des deux tiers = 0.667 moreThan share {députés}
        Il mesure 1,85 mètre. | 1,85 mètre = 1.85 m
        Le parc a 40 kilomètres carrés. | 40 kilomètres carrés = 40 km2
        Il roulait à 120 km/h. | 120 km/h = 120 km/h
        L’avion volait à 30 000 pieds. | 30 000 pieds = 30000 foot
        Un séisme de magnitude 6,2 a frappé. | magnitude 6,2 = 6.2 magnitude
        Il fait moins 12 degrés. | moins 12 degrés = -12 degree
        Au moins 1 234,56 euros ont disparu. | Au moins 1 234,56 euros = 1234.56 atLeast EUR
        Cela coûte 3,5 M€ par an. | 3,5 M€ = 3500000 EUR
        Cela coûte 12 € pièce. | 12 € = 12 EUR
        Environ 2,4 milliards d’euros manquent. | Environ 2,4 milliards d’euros = 2400000000 about EUR
        Le texte est adopté par 348 voix contre 77. | 348 voix contre 77 = 348..77 ratio @vote
        Les attentats du 13-Novembre et le 11-Septembre. | -
        Il habite 12 rue de la Paix. | -
        Le vol 370 et la route 66 restent fermés. | -
        Le Covid-19 et le G7 dominent. | -
        De 10 à 15 navires ont coulé. | 10 à 15 = 10..15 range count {navires}
        Entre 2 et 3 millions de personnes ont fui. | Entre 2 et 3 millions = 2000000..3000000 range count {personnes}
        Quatre-vingts navires ont coulé. | Quatre-vingts = 80 count {navires}
        Une centaine de navires ont coulé. | Une centaine = 100 about count {navires}
        Pas moins de 12 navires ont coulé. | Pas moins de 12 = 12 atLeast count {navires}
        Tout au plus 12 navires ont coulé. | Tout au plus 12 = 12 atMost count {navires}
        Jusqu’à 12 navires ont coulé. | Jusqu’à 12 = 12 atMost count {navires}
        C’est sa 3e victoire. | 3e = 3 ordinal {victoire}
        C’est le 21ème navire. | 21ème = 21 ordinal {navire}
        La fille, 11 ans, a été retrouvée. | 11 ans = 11 year @age
        """

    static let german = """
        Das Netz kostet 60 Milliarden US-Dollar. | 60 Milliarden US-Dollar = 60000000000 USD
        Ein Fass kostete 85,20 US-Dollar. | 85,20 US-Dollar = 85.2 USD
        Das Schiff lud 300 Tonnen Weizen. | 300 Tonnen = 300 t {Weizen}
        Eine Viertelmillion Menschen floh. | Eine Viertelmillion = 250000 count {Menschen}
        Mehr als eine halbe Million Menschen floh. | Mehr als eine halbe Million = 500000 moreThan count {Menschen}
        Anderthalb Millionen Menschen flohen. | Anderthalb Millionen = 1500000 count {Menschen}
        Es dauerte zweieinhalb Jahre. | zweieinhalb Jahre = 2.5 year
        Jeder fünfte Schüler fehlte. | Jeder fünfte = 0.2 share {Schüler}
        Jeder Fünfte fehlte. | Jeder Fünfte = 0.2 share
        Drei von vier Fahrern stimmten zu. | Drei von vier = 0.75 share {Fahrern}
        Rund 3 von 4 Fahrern stimmten zu. | Rund 3 von 4 = 0.75 about share {Fahrern}
        Kein Fahrgast wurde verletzt. | Kein = 0 share {Fahrgast}
        Keine Fahrgäste wurden verletzt. | Keine = 0 share {Fahrgäste}
        Keiner der Fahrgäste wurde verletzt. | Keiner der = 0 share {Fahrgäste}
        Keiner wurde verletzt. | Keiner = 0 count #injured
        Die Mehrheit der Fahrgäste blieb. | Die Mehrheit = 0.5 moreThan share {Fahrgäste}
        Eine knappe Mehrheit der Wähler blieb. | Eine knappe Mehrheit = 0.5 moreThan share {Wähler}
        Der Großteil der Wähler blieb. | Der Großteil = 0.5 moreThan share {Wähler}
        Die meisten Fahrgäste blieben. | Die meisten = 0.5 moreThan share {Fahrgäste}
        Knapp zwei Drittel der Wähler blieben. | Knapp zwei Drittel = 0.667 about share {Wähler}
        Drei Viertel der Wähler blieben. | Drei Viertel = 0.75 share {Wähler}
        Der Mann ist 1,85 Meter groß. | 1,85 Meter = 1.85 m
        Der Park hat 40 Quadratkilometer. | 40 Quadratkilometer = 40 km2
        Er fuhr 120 Stundenkilometer. | 120 Stundenkilometer = 120 km/h
        Er fuhr 120 km/h schnell. | 120 km/h = 120 km/h
        Er flog in 30.000 Fuß Höhe. | 30.000 Fuß = 30000 foot
        Ein Beben der Stärke 6,2 traf Lima. | Stärke 6,2 = 6.2 magnitude
        Es waren minus 12 Grad. | minus 12 Grad = -12 degree
        Es kostet 1.234,56 Euro. | 1.234,56 Euro = 1234.56 EUR
        Es kostet 17'000 Franken. | 17'000 Franken = 17000 CHF
        Es kostet rund 3,5 Mrd. Euro. | rund 3,5 Mrd. Euro = 3500000000 about EUR
        Der Rat stimmte mit 348 zu 77 Stimmen zu. | 348 zu 77 = 348..77 ratio @vote
        Sie wohnt in der Hauptstraße 12. | -
        Die Anschläge vom 11. September und der G7. | -
        Auf der Autobahn 7 und im Flug 370. | -
        Sie war zweimal dort. | zweimal = 2 count
        Es starben zwischen 10 und 15 Menschen. | zwischen 10 und 15 = 10..15 range count {Menschen} #killed
        Bis zu 40 Boote sanken. | Bis zu 40 = 40 atMost count {Boote}
        Nicht mehr als 40 Boote sanken. | Nicht mehr als 40 = 40 atMost count {Boote}
        Weniger als 40 Boote sanken. | Weniger als 40 = 40 lessThan count {Boote}
        Das 11-jährige Kind kam heim. | 11-jährige = 11 year @age
        Es ist der dritte Sieg. | dritte = 3 ordinal {Sieg}
        """

    static let spanish = """
        Un cuarto de millón de personas huyó. | Un cuarto de millón = 250000 count {personas}
        Un millón y medio de personas huyó. | Un millón y medio = 1500000 count {personas}
        Tardó dos años y medio. | dos años y medio = 2.5 year
        Uno de cada cinco niños pasa hambre. | Uno de cada cinco = 0.2 share {niños}
        Casi 3 de cada 4 niños votaron. | Casi 3 de cada 4 = 0.75 about share {niños}
        Ningún pasajero resultó herido. | Ningún = 0 share {pasajero}
        Ninguna víctima ha sido identificada. | Ninguna = 0 share {víctima}
        Ninguno de los pasajeros huyó. | Ninguno de = 0 share {pasajeros}
        La mayoría de los pasajeros huyó. | La mayoría = 0.5 moreThan share {pasajeros}
        La mayor parte de los pasajeros huyó. | La mayor parte = 0.5 moreThan share {pasajeros}
        Tres cuartas partes de los pasajeros huyeron. | Tres cuartas partes = 0.75 share {pasajeros}
        Más de la mitad de los pasajeros huyó. | Más de la mitad = 0.5 moreThan share {pasajeros}
        Mide 1,85 metros. | 1,85 metros = 1.85 m
        El parque tiene 40 kilómetros cuadrados. | 40 kilómetros cuadrados = 40 km2
        Iba a 120 kilómetros por hora. | 120 kilómetros por hora = 120 km/h
        Volaba a 30.000 pies. | 30.000 pies = 30000 foot
        Un terremoto de magnitud 6,2 sacudió Lima. | magnitud 6,2 = 6.2 magnitude
        Cuesta 1.234,56 euros. | 1.234,56 euros = 1234.56 EUR
        Cuesta unos 3.500 millones de dólares. | unos 3.500 millones de dólares = 3500000000 about USD
        Fue aprobado por 348 votos contra 77. | 348 votos contra 77 = 348..77 ratio @vote
        Los atentados del 11-M y del 11 de septiembre. | -
        Vive en la calle Mayor 12. | -
        El vuelo 370 y la ruta 66. | -
        Estuvo allí dos veces. | dos = 2 count {veces}
        Entre 10 y 15 barcos se hundieron. | Entre 10 y 15 = 10..15 range count {barcos}
        Hasta 40 barcos se hundieron. | Hasta 40 = 40 atMost count {barcos}
        Al menos doscientos barcos se hundieron. | Al menos doscientos = 200 atLeast count {barcos}
        El niño, de 11 años, volvió. | 11 años = 11 year @age
        Es su tercera victoria. | tercera = 3 ordinal {victoria}
        """

    static let russian = """
        Порт отгрузил 5 млн тонн зерна. | 5 млн тонн = 5000000 t {зерна}
        Четверть миллиона человек бежали. | Четверть миллиона = 250000 count {человек}
        Полмиллиона человек бежали. | Полмиллиона = 500000 count {человек}
        Полтора миллиона человек бежали. | Полтора миллиона = 1500000 count {человек}
        Прошло два с половиной года. | два с половиной года = 2.5 year
        Каждый пятый ребенок голодает. | Каждый пятый = 0.2 share {ребенок}
        Три из четырех водителей согласны. | Три из четырех = 0.75 share {водителей}
        Около 3 из 4 водителей согласны. | Около 3 из 4 = 0.75 about share {водителей}
        Ни один пассажир не пострадал. | Ни один = 0 share {пассажир}
        Ни одна школа не пострадала. | Ни одна = 0 share {школа}
        Никто не пострадал. | Никто = 0 count #injured
        Большинство пассажиров остались. | Большинство = 0.5 moreThan share {пассажиров}
        Подавляющее большинство пассажиров остались. | Подавляющее большинство = 0.5 moreThan share {пассажиров}
        Большая часть пассажиров осталась. | Большая часть = 0.5 moreThan share {пассажиров}
        Три четверти пассажиров остались. | Три четверти = 0.75 share {пассажиров}
        Почти две трети пассажиров остались. | Почти две трети = 0.667 about share {пассажиров}
        Более половины пассажиров остались. | Более половины = 0.5 moreThan share {пассажиров}
        Площадь парка 40 квадратных километров. | 40 квадратных километров = 40 km2
        Он ехал 120 км/ч по городу. | 120 км/ч = 120 km/h
        Самолет летел на высоте 30 000 футов. | 30 000 футов = 30000 foot
        Землетрясение магнитудой 6,2 прошло. | магнитудой 6,2 = 6.2 magnitude
        Ущерб составил 1 234,56 рубля. | 1 234,56 рубля = 1234.56 RUB
        Ущерб составил около 3,5 млрд рублей. | около 3,5 млрд рублей = 3500000000 about RUB
        Ущерб составил 12 тысяч долларов США. | 12 тысяч долларов = 12000 USD
        Закон принят 348 голосами против 77. | 348 голосами против 77 = 348..77 ratio @vote
        Рейс 370 пропал после саммита G7. | -
        Она живет на улице Ленина, 12. | -
        Он был там дважды. | дважды = 2 count
        От 10 до 15 кораблей утонули. | 10 до 15 = 10..15 range count {кораблей}
        До 40 кораблей утонули. | До 40 = 40 atMost count {кораблей}
        По меньшей мере 40 кораблей утонули. | По меньшей мере 40 = 40 atLeast count {кораблей}
        Мальчику 11 лет. | 11 лет = 11 year @age
        """
}
