/// Invented sentences with the figures that they hold, and what each figure is in its sentence: lines as those of
/// ``FigureTable``, with `@role` where a figure is more than a value by itself and `#casualty` where it counts what happened to
/// people.
enum FigureRoleTable {
    static let english = """
        A two-month-old died. | two-month-old = 2 month @age
        A nine-month-old boy was hurt. | nine-month-old = 9 month @age
        Two people died and a third was injured. | Two = 2 count {people} #killed
        The firm lost $3 million. | $3 million = 3000000 USD
        Shares lost $3. | $3 = 3 USD @decrease
        Temperatures reached 41 degrees Celsius (106 Fahrenheit). | 41 degrees Celsius = 41 degree; 106 Fahrenheit = 106 degree F @restated
        The share closed at 60p. | 60p = 0.6 GBP
        The video is in 1080p. | -
        A six-month-old baby was found. | six-month-old = 6 month @age
        It broke a six-month-old truce. | six-month = 6 month
        Five people were killed, including two children, and 20 injured. | Five = 5 count {people} #killed; two = 2 count {children} @part #killed; 20 = 20 count {injured} #injured
        There were no casualties. | no = 0 count {casualties} #killed
        There were no deaths. | no = 0 count {deaths} #killed
        No injuries were reported. | No = 0 count {injuries} #injured
        The fire was put out without casualties. | without = 0 count {casualties} #killed
        No one was killed. | No one = 0 count #killed
        Nobody should be hurt. | Nobody = 0 share
        No passengers were hurt. | No = 0 share {passengers}
        The army lost 12 soldiers. | 12 = 12 count {soldiers} #killed
        The firm lost 12 customers. | 12 = 12 count {customers}
        She won by 54% to 46%. | 54% = 54 percent @vote; 46% = 46 percent @vote
        Turnout fell by 54% to 46%. | 54% = 54 percent @decrease; 46% = 46 percent @to
        The vote was 54-46. | 54-46 = 54..46 ratio @vote
        Four people, including a baby, died. | Four = 4 count {people} #killed; a = 1 count {baby} @part #killed
        Four guests, including a baby, sang. | Four = 4 count {guests}
        Only 12 of 650 MPs voted against. | 12 = 12 count {MPs} @part; 650 = 650 count {MPs}
        The motion was defeated by 312 to 298, with 20 abstentions. | 312 to 298 = 312..298 ratio {motion} @vote; 20 = 20 count {abstentions} @vote
        The 6ft 4in suspect ran away. | 6ft 4in = 6.333 foot
        Rates were raised by 25 basis points to 4.5%. | 25 basis points = 0.25 percentage point @increase; 4.5% = 4.5 percent @to
        She was found by her grandmother, 71. | 71 = 71 year @age
        The offer was rejected by 89% of members. | 89% = 89 percent {members}
        Five of the seven people died. | Five = 5 count {people} @part #killed; seven = 7 count {people}
        Turnout was 60%, down 7.3 points from 2019. | 60% = 60 percent; 7.3 points = 7.3 percentage point @decrease
        The index fell 23.4 points, or 0.3%. | 23.4 = 23.4 count {points} @decrease; 0.3% = 0.3 percent
        The victims, aged between 17 and 23, were students. | between 17 and 23 = 17..23 range year @age
        Cases increased sixfold. | sixfold = 6 fold @increase
        The storm brought up to 30 inches of snow to some 250,000 homes. | up to 30 inches = 30 atMost inch; some 250,000 = 250000 about count {homes}
        The bank raised its rate by a quarter point to 5.25%. | a quarter point = 0.25 percentage point @increase; 5.25% = 5.25 percent @to
        The bank cut its rate by half a percentage point. | half a percentage point = 0.5 percentage point @decrease
        The plan costs $1.2bn over five years. | $1.2bn = 1200000000 USD; five years = 5 year
        Output fell 10% over two days. | 10% = 10 percent @decrease; two days = 2 day
        He has lived there for over five years. | over five years = 5 moreThan year
        The strike lasted over five weeks. | over five weeks = 5 moreThan week
        The storm killed 12 people and injured 30 on the coast. | 12 = 12 count {people} #killed; 30 = 30 count #injured
        At least 12 people were killed and 30 others injured in the blast. | At least 12 = 12 atLeast count {people} #killed; 30 = 30 count {others} @further #injured
        The blast left 12 dead and 30 wounded. | 12 = 12 count {dead} #killed; 30 = 30 count {wounded} #injured
        The fire killed at least 40, officials said. | at least 40 = 40 atLeast count #killed
        Rescuers said 12 were killed and 7 are still missing. | 12 = 12 count #killed; 7 = 7 count #missing
        Market Blast Kills 3 in Old Town | 3 = 3 count #killed
        Police Arrest 14 After Match in Holm | 14 = 14 count #detained
        Woman Who Wounded 3 at Library Is Named | 3 = 3 count #injured
        The ferry sank, drowning 14 passengers. | 14 = 14 count {passengers} #killed
        The quake killed 300 people, including 12 children and 9 women. | 300 = 300 count {people} #killed; 12 = 12 count {children} @part #killed; 9 = 9 count {women} @part #killed
        Three of the victims were teachers. | Three = 3 count {victims}
        Police arrested 45 protesters near the square. | 45 = 45 count {protesters} #detained
        The flood displaced some 5,000 families. | some 5,000 = 5000 about count {families} #displaced
        Crews rescued 17 sailors from the wreck. | 17 = 17 count {sailors} #rescued
        Some 20 people remain unaccounted for. | Some 20 = 20 about count {people} #missing
        The toll rose to 64 on the second day. | 64 = 64 count @to #killed; second = 2 ordinal {day}
        The death toll rose by 12 to 76. | 12 = 12 count @increase #killed; 76 = 76 count @to #killed
        The death toll from the flood has reached 1,200. | 1,200 = 1200 count #killed
        The number of dead has risen from 38 to 45, a clerk said. | 38 = 38 count @from #killed; 45 = 45 count @to #killed
        The number of wounded stands at 80. | 80 = 80 count #injured
        The death toll rose, and 12 schools closed. | 12 = 12 count {schools}
        Six police officers and four civilians died. | Six = 6 count {police officers} #killed; four = 4 count {civilians} #killed
        Twelve women voters and 3 children died. | Twelve = 12 count {women voters} #killed; 3 = 3 count {children} #killed
        Three soldiers and 12 wounded came home. | Three = 3 count {soldiers}; 12 = 12 count {wounded} #injured
        Temperatures reached 41.5C (106.7F) at the gate. | 41.5C = 41.5 degree; 106.7F = 106.7 degree F @restated
        The fire burned 120 sq km, or 46 sq miles. | 120 sq km = 120 km2; 46 sq miles = 46 square mile @restated
        Twelve people have died, among them three nurses. | Twelve = 12 count {people} #killed; three = 3 count {nurses} @part #killed
        Doctors treated 30 people, 5 of them children. | 30 = 30 count {people}; 5 = 5 count @part
        The court sided with 7 of the 12 judges. | 7 = 7 count {judges} @part; 12 = 12 count {judges}
        Seven of the 12 members resigned. | Seven = 7 count {members} @part; 12 = 12 count {members}
        Two of the three pilots survived. | Two = 2 count {pilots} @part #survived; three = 3 count {pilots}
        The party won 31 of the 60 seats. | 31 = 31 count {seats} @part; 60 = 60 count {seats}
        The party won 31 seats out of 60. | 31 = 31 count {seats} @part; 60 = 60 count
        She met 12 leaders out of 30 states. | 12 = 12 count {leaders}; 30 = 30 count {states}
        Another 12 people were hurt. | 12 = 12 count {people} @further #injured
        A further 35% said they would leave. | 35% = 35 percent @further
        A further 20 ships are due. | 20 = 20 count {ships} @further
        An additional 400 troops arrived. | 400 = 400 count {troops} @further
        Twelve more people were hurt. | Twelve = 12 count {people} @further #injured
        Twelve others escaped. | Twelve = 12 count {others} @further
        He had 12 more than she had. | 12 = 12 count
        A total of 64 flights were canceled. | 64 = 64 count {flights} @total
        The plants employ 900 workers in total. | 900 = 900 count {workers} @total
        In all, the strike cost 4,000 jobs. | 4,000 = 4000 count {jobs}
        Altogether 19 schools closed. | 19 = 19 count {schools} @total
        Prices rose 3% to 5.2 dollars. | 3% = 3 percent @increase; 5.2 dollars = 5.2 USD @to
        The index rose 3% to 5.2. | 3% = 3 percent @increase; 5.2 = 5.2 count @to
        Trading closed as the index rose 0.4 percent to 7,512.3. | 0.4 percent = 0.4 percent @increase; 7,512.3 = 7512.3 count @to
        Sales rose by $200 million to $4.1 billion. | $200 million = 200000000 USD @increase; $4.1 billion = 4100000000 USD @to
        The budget was raised by 20 million pounds to 1.3 billion. | 20 million pounds = 20000000 GBP @increase; 1.3 billion = 1300000000 GBP @to
        Oil rose $2 to $85. | $2 = 2 USD @increase; $85 = 85 USD @to
        Its stake rose 5% to 30%. | 5% = 5 percent @increase; 30% = 30 percent @to
        Rents rose 3 to 5 percent. | 3 to 5 percent = 3..5 range percent @increase
        Rents were 3% to 5% lower than in the capital. | 3% to 5% = 3..5 range percent @decrease
        A discount of 3% to 5% applies. | 3% to 5% = 3..5 range percent {discount}
        The herd grew by 300 to 12,400. | 300 = 300 count @increase; 12,400 = 12400 count @to
        Five people died, including two children, and 11 were hurt. | Five = 5 count {people} #killed; two = 2 count {children} @part #killed; 11 = 11 count #injured
        Five people died, including two children, and 11 people were injured. | Five = 5 count {people} #killed; two = 2 count {children} @part #killed; 11 = 11 count {people} #injured
        The fire killed five people, including two children and one nurse. | five = 5 count {people} #killed; two = 2 count {children} @part #killed; one = 1 count {nurse} @part #killed
        Output fell from 1,250 to 980 million dollars. | 1,250 = 1250000000 USD @from; 980 million dollars = 980000000 USD @to
        The site grew from 5,000 to 2 million users. | 5,000 = 5000 count {users} @from; 2 million = 2000000 count {users} @to
        Prices rose by 3% in the north. | 3% = 3 percent @increase
        Turnout was up from 41% to 58%. | 41% = 41 percent @from; 58% = 58 percent @to
        Unemployment fell from 6.1 to 5.4 percent. | 6.1 = 6.1 percent @from; 5.4 percent = 5.4 percent @to
        Unemployment fell to 5.4 percent. | 5.4 percent = 5.4 percent @to
        Exports are down 12% this spring. | 12% = 12 percent @decrease
        An increase of 4% was agreed. | 4% = 4 percent @increase
        They asked for a 4% increase. | 4% = 4 percent @increase
        The fee climbed to $40 from $25. | $40 = 40 USD @to; $25 = 25 USD @from
        Sales doubled within two years. | doubled = 2 fold @increase; two years = 2 year
        Rents have more than doubled since then. | more than doubled = 2 moreThan fold @increase
        The budget was halved. | halved = 0.5 fold @decrease
        He doubled down on the claim. | -
        The fleet tripled to 90 ships. | tripled = 3 fold @increase; 90 = 90 count {ships} @to
        Fares are three times as high as before. | three times = 3 fold
        The bank cut rates by half a point. | half a point = 0.5 percentage point @decrease
        The rate fell half a percentage point. | half a percentage point = 0.5 percentage point @decrease
        He led by 5 percentage points. | 5 percentage points = 5 percentage point @difference
        Shares lost 14 points. | 14 = 14 count {points} @decrease
        Shares gained 2.4 percent. | 2.4 percent = 2.4 percent @increase
        The harbor lies 5 km (3.1 miles) from town. | 5 km = 5 km; 3.1 miles = 3.1 mile @restated
        The wall is 30 feet (9 meters) high. | 30 feet = 30 foot; 9 meters = 9 m @restated
        The fire burned 500 acres (200 hectares). | 500 acres = 500 acre; 200 hectares = 200 ha @restated
        It cost €40 million ($45 million). | €40 million = 40000000 EUR; $45 million = 45000000 USD @restated
        It cost 300 rubles, or about $4. | 300 rubles = 300 RUB; about $4 = 4 about USD @restated
        The run is 10 km long and the ride 40 miles. | 10 km = 10 km; 40 miles = 40 mile
        The man, aged 34, was found asleep. | 34 = 34 year @age
        A 34-year-old teacher won. | 34-year-old = 34 year @age
        She is in her forties. | forties = 40..49 range year @age
        A man in his late 30s fled. | 30s = 30..39 range year @age
        He was 13 when he left. | 13 = 13 year @age
        He died at the age of 91. | 91 = 91 year @age
        Children aged 5 to 11 were tested. | 5 to 11 = 5..11 range year @age
        She turned 40 in May. | 40 = 40 year @age
        The 5-year-old program ended. | 5-year-old = 5 year @age
        The Rovers won 3-1 at home. | 3-1 = 3..1 ratio @score
        The Rovers beat the Lakers 102-98. | 102-98 = 102..98 ratio @score
        They drew 2-2 after a late goal. | 2-2 = 2..2 ratio @score
        The match ended in a 0-0 tie. | 0-0 = 0..0 ratio @score
        The Senate passed it 51-49. | 51-49 = 51..49 ratio @vote
        The motion fell by 52 votes to 48. | 52 votes to 48 = 52..48 ratio @vote
        The council voted 7 to 2, with 3 abstentions. | 7 to 2 = 7..2 ratio @vote; 3 = 3 count {abstentions} @vote
        Judges ruled 5-4 for the farmers. | 5-4 = 5..4 ratio {farmers} @vote
        Two thirds of the farms were flooded. | Two thirds = 0.667 share {farms}
        One in five farms was flooded. | One in five = 0.2 share {farms}
        A third of the farms were flooded. | A third = 0.333 share {farms}
        Three quarters of farms were flooded. | Three quarters = 0.75 share {farms}
        Only one in ten of the farms was insured. | one in ten = 0.1 share {farms}
        About 300 farms were flooded. | About 300 = 300 about count {farms}
        Some 300 farms were flooded. | Some 300 = 300 about count {farms}
        Nearly 300 farms were flooded. | Nearly 300 = 300 about count {farms}
        More than 300 farms were flooded. | More than 300 = 300 moreThan count {farms}
        Up to 300 farms were flooded. | Up to 300 = 300 atMost count {farms}
        Dozens of farms were flooded. | Dozens of = 24 atLeast count {farms}
        Hundreds of farmers marched. | Hundreds of = 200 atLeast count {farmers}
        Several hundred farmers marched. | Several hundred = 200 atLeast count {farmers}
        Tens of thousands of farmers marched. | Tens of thousands of = 20000 atLeast count {farmers}
        Thousands marched. | -
        Hundreds of millions of dollars are missing. | Hundreds of millions of dollars = 200000000 atLeast USD
        Two billion three hundred million bees died. | Two billion three hundred million = 2300000000 count {bees} #killed
        Twenty-three thousand four hundred bees died. | Twenty-three thousand four hundred = 23400 count {bees} #killed
        One hundred and twelve thousand bees died. | One hundred and twelve thousand = 112000 count {bees} #killed
        Nine hundred ninety-nine bees died. | Nine hundred ninety-nine = 999 count {bees} #killed
        Ten to 15 ships sailed. | Ten to 15 = 10..15 range count {ships}
        Between 10 and 15 ships sailed. | Between 10 and 15 = 10..15 range count {ships}
        From 10 to 15 ships sailed. | 10 to 15 = 10..15 range count {ships}
        Some 10-15 ships sailed. | Some 10-15 = 10..15 range count {ships}
        The crew of 15 to 20 sailors left. | 15 to 20 = 15..20 range count {sailors}
        Flags flew at half-staff for him. | -
        It took a half-hour to land. | a half-hour = 0.5 hour
        All the same, nobody left. | nobody = 0 share
        The twenty-first ship sank. | twenty-first = 21 ordinal {ship}
        A survey of 302 US companies began. | 302 = 302 count {US companies}
        Call 0207 29 3303 for help. | -
        It fell over the 17 months of talks. | 17 months = 17 month
        They drove over 17 miles. | over 17 miles = 17 moreThan mile
        The group of 20 people: eight women, seven men and five children. | 20 = 20 count {people}; eight = 8 count {women}; seven = 7 count {men}; five = 5 count {children}
        Twenty people came: eight women, seven men and three children. | Twenty = 20 count {people}; eight = 8 count {women}; seven = 7 count {men}; three = 3 count {children}
        The bag weighs 2,000 pounds. | 2,000 pounds = 2000 pound
        The pool holds 300 gallons of water. | 300 gallons = 300 gallon {water}
        The plant makes 40 megawatts. | 40 megawatts = 40 MW
        It rained 12 mm in an hour. | 12 mm = 12 mm
        Gold costs $1,900 an ounce. | $1,900 = 1900 USD
        He owes £3.2m and 400,000 Swiss francs. | £3.2m = 3200000 GBP {owes}; 400,000 Swiss francs = 400000 CHF {owes}
        It pays 12 cents a share. | 12 cents = 0.12 USD {pays}
        The tax is 12 yuan. | 12 yuan = 12 CNY
        The reserve fell below 12 barrels. | below 12 barrels = 12 lessThan barrel @to
        He holds 12.5 percent of the shares. | 12.5 percent = 12.5 percent {shares}
        No ships sank. | No = 0 share {ships}
        Half of the ships sank. | Half = 0.5 share {ships}
        All but two ships sank. | two = 2 count {ships}
        Only 12 of the more than 300 ships sank. | 12 = 12 count {ships} @part; more than 300 = 300 moreThan count {ships}
        Ships sank in 3 of 4 harbors. | 3 = 3 count {harbors} @part; 4 = 4 count {harbors}
        The vote was 218 in favor and 212 against. | 218 = 218 count @vote; 212 = 212 count @vote
        More than 1 million people fled, the agency said. | More than 1 million = 1000000 moreThan count {people}
        A quarter of a million ducks fled. | A quarter of a million = 250000 count {ducks}
        None of the 12 ships sank. | None of = 0 share {ships}; 12 = 12 count {ships}
        Seven of the 12 people were killed. | Seven = 7 count {people} @part #killed; 12 = 12 count {people}
        One of the most popular songs was his. | One = 1 count {most popular songs}
        Two other likely 2020 candidates spoke. | Two = 2 count {likely 2020 candidates} @further
        The first responders came late. | -
        Look at your 401-k today. | -
        He is the number one suspect. | -
        One Republican senator objected. | One = 1 count {Republican senator}
        They talked about all of the ships. | all of = 1 share {ships}
        Children between the ages of 5 and 11 were tested. | 5 = 5 year @age; 11 = 11 year @age
        Sales rose tenfold. | tenfold = 10 fold @increase
        The index added 12.5 points to 8,400. | 12.5 = 12.5 count {points} @increase; 8,400 = 8400 count @to
        The team trailed by 12 points. | 12 = 12 count {points} @difference
        He won by a margin of 4%. | 4% = 4 percent @difference
        They cut 500 jobs. | 500 = 500 count {jobs} @decrease
        Rents rose by a third. | a third = 0.333 share @increase
        The firm raised $5 million. | $5 million = 5000000 USD {raised}
        The price fell to $3 a pound from $4. | $3 = 3 USD @to; $4 = 4 USD @from
        The strait is 21 miles (34 km) wide. | 21 miles = 21 mile; 34 km = 34 km @restated
        The strait is 21 miles wide (34 km from town to town). | 21 miles = 21 mile; 34 km = 34 km
        Troops evacuated 4,000 residents. | 4,000 = 4000 count {residents} #displaced
        Three soldiers and two civilians were killed. | Three = 3 count {soldiers} #killed; two = 2 count {civilians} #killed
        The blast killed three soldiers and two civilians. | three = 3 count {soldiers} #killed; two = 2 count {civilians} #killed
        The blast wounded at least a dozen people. | at least a dozen = 12 atLeast count {people} #injured
        Nobody died. | Nobody = 0 count #killed
        He paid 3.5 million euros in all. | 3.5 million euros = 3500000 EUR {paid} @total
        Twelve of them were children. | Twelve = 12 count {children} @part
        Some 60 votes were needed. | Some 60 = 60 about count {votes} @vote
        Nearly two in three voters agreed. | Nearly two in three = 0.667 about share {voters}
        He drank two thirds of a liter. | two thirds = 0.667 share
        The ship was three quarters full. | three quarters = 0.75 share
        It was 6 feet 2 inches tall. | 6 feet 2 inches = 6.167 foot
        The storm dumped 2 feet (61 cm) of snow. | 2 feet = 2 foot; 61 cm = 61 cm @restated
        The hall seats 2,000. | 2,000 = 2000 count
        Four million one hundred thousand bees died. | Four million one hundred thousand = 4100000 count {bees} #killed
        The bill passed with 218 for and 210 against. | 218 = 218 count @vote; 210 = 210 count @vote
        Two people were killed and 12 voted against the plan. | Two = 2 count {people} #killed; 12 = 12 count @vote
        He said yes for 20 and against 12 reasons. | 20 = 20 count; 12 = 12 count {reasons}
        Two of the 14 people hurt were children. | Two = 2 count {people} @part #injured; 14 = 14 count {people} #injured
        At least 20 people, including five children, were killed in the fire. | At least 20 = 20 atLeast count {people} #killed; five = 5 count {children} @part #killed
        Three soldiers, all from one unit, were killed. | Three = 3 count {soldiers} #killed; one = 1 count {unit}
        Three soldiers, sailors and cooks met twelve widows. | Three = 3 count {soldiers}; twelve = 12 count {widows}
        """

    static let french = """
        La société a gagné 2 millions d'euros, 8 % de moins qu'en 2019. | 2 millions d'euros = 2000000 EUR; 8 % = 8 percent @decrease
        La police a retrouvé un bébé de six mois. | six mois = 6 month @age
        Les prix ont grimpé de 5 % ces deux dernières années. | 5 % = 5 percent @increase
        La banque a relevé son taux d'un quart de point à 4,5 %. | un quart de point = 0.25 percentage point @increase; 4,5 % = 4.5 percent @to
        Le gouvernement va débloquer 500 millions d'euros supplémentaires. | 500 millions d'euros = 500000000 EUR @further
        La participation est de 47,5 %, en baisse de 3 points. | 47,5 % = 47.5 percent; 3 points = 3 percentage point @decrease
        L'inflation a augmenté de 0,3 point à 5,2 %. | 0,3 point = 0.3 percentage point @increase; 5,2 % = 5.2 percent @to
        Le chiffre d'affaires a progressé de 12 % à 4,1 milliards d'euros. | 12 % = 12 percent @increase; 4,1 milliards d'euros = 4100000000 EUR @to
        Cinq personnes sont mortes, dont deux enfants, et 11 ont été blessées. | Cinq = 5 count {personnes} #killed; deux = 2 count {enfants} @part #killed; 11 = 11 count #injured
        Le chômage a baissé de 0,4 point à 3,9 %. | 0,4 point = 0.4 percentage point @decrease; 3,9 % = 3.9 percent @to
        Une femme de 43 ans et son fils de 7 ans sont sortis. | 43 ans = 43 year @age; 7 ans = 7 year @age
        Le nombre de morts est passé de 12 à 30. | 12 = 12 count @from #killed; 30 = 30 count @to #killed
        L’attentat a fait 12 morts et 30 blessés. | 12 = 12 count {morts} #killed; 30 = 30 count {blessés} #injured
        Au moins 12 personnes ont été tuées et 30 autres blessées. | Au moins 12 = 12 atLeast count {personnes} #killed; 30 = 30 count {blessées} @further #injured
        Douze personnes sont portées disparues. | Douze = 12 count {personnes} #missing
        La police a interpellé 45 manifestants. | 45 = 45 count {manifestants} #detained
        Les prix ont augmenté de 3 % en un an. | 3 % = 3 percent @increase
        Le taux est passé de 3 à 5 %. | 3 = 3 percent @from; 5 % = 5 percent @to
        Une hausse de 4 % est prévue. | 4 % = 4 percent @increase
        Les ventes ont doublé. | doublé = 2 fold @increase
        Sept des 12 juges ont démissionné. | Sept = 7 count {juges} @part; 12 = 12 count {juges}
        Il y a 300 blessés, dont 12 enfants. | 300 = 300 count {blessés} #injured; 12 = 12 count {enfants} @part #injured
        Au total, 64 vols sont annulés. | 64 = 64 count {vols} @total
        Un total de 64 vols est annulé. | 64 = 64 count {vols} @total
        Un homme âgé de 34 ans est mort. | 34 ans = 34 year @age
        La fille, 11 ans, a disparu. | 11 ans = 11 year @age
        Le club a battu Lyon 3-1. | 3-1 = 3..1 ratio @score
        Quatre-vingt-dix-sept navires ont coulé. | Quatre-vingt-dix-sept = 97 count {navires}
        Soixante et onze navires ont coulé. | Soixante et onze = 71 count {navires}
        Deux cent quatre-vingt-trois mille navires ont coulé. | Deux cent quatre-vingt-trois mille = 283000 count {navires}
        Deux milliards trois cents millions d’abeilles sont mortes. | Deux milliards trois cents millions = 2300000000 count {abeilles} #killed
        Des centaines de fermiers ont marché. | centaines de = 200 atLeast count {fermiers}
        Des milliers de fermiers ont marché. | milliers de = 2000 atLeast count {fermiers}
        Encore 12 navires sont attendus. | 12 = 12 count {navires} @further
        Aucun navire n’a coulé. | Aucun = 0 share {navire}
        Le port est à 5 km (3,1 miles) de la ville. | 5 km = 5 km; 3,1 miles = 3.1 mile @restated
        Soixante-dix-huit navires ont coulé. | Soixante-dix-huit = 78 count {navires}
        Dix-sept navires ont coulé. | Dix-sept = 17 count {navires}
        Quatre-vingt-onze navires ont coulé. | Quatre-vingt-onze = 91 count {navires}
        Le chanteur est mort à l’âge de 86 ans. | 86 ans = 86 year @age
        Cent vingt mille abeilles ont disparu. | Cent vingt mille = 120000 count {abeilles} #missing
        Un navire sur dix a coulé. | Un navire sur dix = 0.1 share {navire}
        Une dizaine de navires ont coulé. | Une dizaine = 10 about count {navires}
        Le chômage a baissé de 0,3 point. | 0,3 = 0.3 count {point} @decrease
        Une vingtaine de maisons ont brûlé. | Une vingtaine = 20 about count {maisons}
        Plus d'une centaine de maisons ont brûlé. | Plus d'une centaine = 100 moreThan count {maisons}
        Un millier de personnes ont défilé. | Un millier = 1000 about count {personnes}
        218 députés ont voté pour et 210 contre. | 218 = 218 count {députés} @vote; 210 = 210 count @vote
        Un mort et deux blessés dans un accident. | Un = 1 count {mort} #killed; deux = 2 count {blessés} #injured
        L'accident a fait un mort et trois blessés. | un = 1 count {mort} #killed; trois = 3 count {blessés} #injured
        L'accident a fait trois blessés et un mort. | trois = 3 count {blessés} #injured; un = 1 count {mort} #killed
        Un blessé a parlé au juge. | -
        """

    static let german = """
        Der 52 Jahre alte Politiker sagte ab. | 52 Jahre alte = 52 year @age
        Die 52 Jahre alte Kirche brannte. | 52 Jahre = 52 year
        Ein sechs Monate altes Baby starb. | sechs Monate altes = 6 month @age
        Das waren 12 Prozent mehr als im Vorjahr. | 12 Prozent = 12 percent @increase
        Die Firma verlor 3 Millionen Euro. | 3 Millionen Euro = 3000000 EUR
        Drei Menschen wurden getötet und zwölf weitere verletzt. | Drei = 3 count {Menschen} #killed; zwölf = 12 count @further #injured
        Fünf weitere wurden schwer verletzt. | Fünf = 5 count @further #injured
        Zwei weitere werden vermisst. | Zwei = 2 count @further #missing
        Das waren 12 Prozent mehr als im Vorjahr. | 12 Prozent = 12 percent @increase
        Drei der sieben Insassen starben. | Drei = 3 count {Insassen} @part #killed; sieben = 7 count {Insassen}
        Seine 71 Jahre alte Großmutter starb. | 71 Jahre alte = 71 year @age
        Nur zwölf der 650 Abgeordneten stimmten dagegen. | zwölf = 12 count {Abgeordneten} @part; 650 = 650 count {Abgeordneten}
        Der Zins stieg um 25 Basispunkte. | 25 Basispunkte = 0.25 percentage point @increase
        Die Quote sank um 0,2 Punkte auf 5,2 Prozent. | 0,2 Punkte = 0.2 percentage point @decrease; 5,2 Prozent = 5.2 percent @to
        Eine 60 Jahre alte Frau starb. | 60 Jahre alte = 60 year @age
        Eine 60 Jahre alte Brücke fiel ein. | 60 Jahre = 60 year
        Der Umsatz verdoppelte sich auf 4,2 Milliarden Euro. | verdoppelte = 2 fold @increase; 4,2 Milliarden Euro = 4200000000 EUR @to
        Der Umsatz sank von 1.250 auf 980 Millionen Euro. | 1.250 = 1250000000 EUR @from; 980 Millionen Euro = 980000000 EUR @to
        Fünf Menschen starben, darunter zwei Kinder, und 11 wurden verletzt. | Fünf = 5 count {Menschen} #killed; zwei = 2 count {Kinder} @part #killed; 11 = 11 count #injured
        Die Zahl der Toten stieg auf siebenundneunzig. | siebenundneunzig = 97 count @to #killed
        Die Zahl der Verletzten stieg von 12 auf 30. | 12 = 12 count @from #injured; 30 = 30 count @to #injured
        Der Umsatz stieg von 1,2 auf 1,5 Milliarden Euro. | 1,2 = 1200000000 EUR @from; 1,5 Milliarden Euro = 1500000000 EUR @to
        Insgesamt brannten 65 Häuser ab. | 65 = 65 count {Häuser} @total
        Bei dem Anschlag wurden 12 Menschen getötet und 30 verletzt. | 12 = 12 count {Menschen} #killed; 30 = 30 count #injured
        Es gab 12 Tote und 30 Verletzte. | 12 = 12 count {Tote} #killed; 30 = 30 count {Verletzte} #injured
        12 Menschen werden noch vermisst. | 12 = 12 count {Menschen} #missing
        Die Polizei hat 45 Demonstranten festgenommen. | 45 = 45 count {Demonstranten} #detained
        Die Preise stiegen um 3 Prozent auf 5,20 Euro. | 3 Prozent = 3 percent @increase; 5,20 Euro = 5.2 EUR @to
        Die Quote fiel von 6,1 auf 5,4 Prozent. | 6,1 = 6.1 percent @from; 5,4 Prozent = 5.4 percent @to
        Der Umsatz hat sich verdoppelt. | verdoppelt = 2 fold @increase
        Sieben der zwölf Richter traten zurück. | Sieben = 7 count {Richter} @part; zwölf = 12 count {Richter}
        Es gab 300 Verletzte, darunter 12 Kinder. | 300 = 300 count {Verletzte} #injured; 12 = 12 count {Kinder} @part #injured
        Insgesamt fielen 64 Flüge aus. | 64 = 64 count {Flüge} @total
        Der 34-Jährige floh. | 34-Jährige = 34 year @age
        Der 34-jährige Fahrer floh. | 34-jährige = 34 year @age
        Die zehnjährige Haft endet. | zehnjährige = 10 year
        Ein siebenjähriger Junge floh. | siebenjähriger = 7 year @age
        Der Siebenjährige floh. | Siebenjährige = 7 year @age
        Das dreitägige Treffen endet. | dreitägige = 3 day
        Die anderthalbstündige Rede endet. | anderthalbstündige = 1.5 hour
        Die fünfundzwanzigjährige Fahrerin floh. | fünfundzwanzigjährige = 25 year @age
        Das langjährige Mitglied ging. | -
        Die diesjährige Messe begann. | -
        Sie starb im Alter von 91 Jahren. | 91 Jahren = 91 year @age
        Der Klub siegte 3:1 in Köln. | 3:1 = 3..1 ratio @score
        Es kamen dreihunderttausend Menschen. | dreihunderttausend = 300000 count {Menschen}
        Zwei Millionen dreihunderttausend Bienen starben. | Zwei Millionen dreihunderttausend = 2300000 count {Bienen} #killed
        Siebenhundertachtundneunzig Bienen starben. | Siebenhundertachtundneunzig = 798 count {Bienen} #killed
        Hunderte Bauern marschierten. | Hunderte = 200 atLeast count {Bauern}
        Zehntausende Bauern marschierten. | Zehntausende = 20000 atLeast count {Bauern}
        Weitere 12 Schiffe werden erwartet. | 12 = 12 count {Schiffe} @further
        Keiner der zwölf Fahrer wurde verletzt. | Keiner der = 0 share {Fahrer}; zwölf = 12 count {Fahrer}
        Eine Milliarde zweihundert Millionen Bienen starben. | Eine Milliarde zweihundert Millionen = 1200000000 count {Bienen} #killed
        Ein Mann (60) wurde verletzt. | 60 = 60 year @age
        Auf der L 347 starb niemand. | niemand = 0 share
        Der Ölpreis fiel um 4 Prozent. | 4 Prozent = 4 percent @decrease
        Der Gewinn hat sich mehr als halbiert. | mehr als halbiert = 0.5 moreThan fold @decrease
        Jeder zehnte Fahrer war müde. | Jeder zehnte = 0.1 share {Fahrer}
        Drei Fünftel der Fahrer waren müde. | Drei Fünftel = 0.6 share {Fahrer}
        Zwölftausend Fahrer waren müde. | Zwölftausend = 12000 count {Fahrer}
        Ein halbes Dutzend Häuser brannte. | Ein halbes Dutzend = 6 count {Häuser}
        341 Abgeordnete stimmten dafür, 280 dagegen. | 341 = 341 count {Abgeordnete} @vote; 280 = 280 count @vote
        Ein Toter und drei Verletzte bei Unfall. | Ein = 1 count {Toter} #killed; drei = 3 count {Verletzte} #injured
        Bei dem Unfall gab es einen Toten und drei Verletzte. | einen = 1 count {Toten} #killed; drei = 3 count {Verletzte} #injured
        Ein Verletzter sagte, er habe nichts gehört. | -
        16 Menschen, darunter fünf Kinder, wurden getötet. | 16 = 16 count {Menschen} #killed; fünf = 5 count {Kinder} @part #killed
        """

    static let spanish = """
        El banco ganó 1.200 millones de euros, un 8 % más. | 1.200 millones de euros = 1200000000 EUR; 8 % = 8 percent @increase
        La firma perdió 200 millones de euros, un 25 % menos. | 200 millones de euros = 200000000 EUR; 25 % = 25 percent @decrease
        El detenido, de 35 años, confesó. | 35 años = 35 year @age
        Un bebé de seis meses lloraba. | seis meses = 6 month @age
        Vendió un 25 % menos. | 25 % = 25 percent @decrease
        El barril subió 1,20 dólares, hasta los 84,86 dólares. | 1,20 dólares = 1.2 USD @increase; los 84,86 dólares = 84.86 USD @to
        El banco subió los tipos un cuarto de punto, hasta el 4,5%. | un cuarto de punto = 0.25 percentage point @increase; el 4,5% = 4.5 percent @to
        El Gobierno destinará 500 millones adicionales a las escuelas. | 500 millones = 500000000 count @further
        Hallaron a un niño de tres años y a su abuela, de 71, en casa. | tres años = 3 year @age; 71 = 71 year @age
        Al menos 27 personas, entre ellas 12 niños, murieron. | Al menos 27 = 27 atLeast count {personas} #killed; 12 = 12 count {niños} @part #killed
        Un 40 % de los jóvenes votantes se abstuvo. | 40 % = 40 percent {jóvenes votantes}
        Un 40 % de los jóvenes se abstuvo. | 40 % = 40 percent {jóvenes}
        Un hombre de 34 años y una mujer de 60 fueron detenidos. | 34 años = 34 year @age; 60 = 60 year @age
        De los 43 pasajeros, 38 sobrevivieron. | 43 = 43 count {pasajeros}; 38 = 38 count #survived
        La inflación subió 0,3 puntos hasta el 5,2 %. | 0,3 puntos = 0.3 percentage point @increase; el 5,2 % = 5.2 percent @to
        Los precios subirán entre el 10 % y el 15 %. | entre el 10 % y el 15 % = 10..15 range percent @increase
        Las ventas cayeron un 12% desde los 40 hasta los 35 millones de euros. | 12% = 12 percent @decrease; 40 = 40000000 EUR @from; los 35 millones de euros = 35000000 EUR @to
        Cinco personas murieron, entre ellas dos niños, y 11 resultaron heridas. | Cinco = 5 count {personas} #killed; dos = 2 count {niños} @part #killed; 11 = 11 count #injured
        El paro bajó 0,4 puntos hasta el 3,9 %. | 0,4 puntos = 0.4 percentage point @decrease; el 3,9 % = 3.9 percent @to
        Una mujer de 43 años y su hijo de siete años salieron. | 43 años = 43 year @age; siete años = 7 year @age
        La cifra de muertos subió a noventa y siete. | noventa y siete = 97 count @to #killed
        La ley salió con 218 votos a favor y 206 en contra. | 218 = 218 count {votos} @vote; 206 = 206 count @vote
        El atentado dejó 12 muertos y 30 heridos. | 12 = 12 count {muertos} #killed; 30 = 30 count {heridos} #injured
        Al menos 12 personas murieron y otras 30 resultaron heridas. | Al menos 12 = 12 atLeast count {personas} #killed; 30 = 30 count @further #injured
        Hay 12 desaparecidos. | 12 = 12 count {desaparecidos} #missing
        La policía detuvo a 45 personas. | 45 = 45 count {personas} #detained
        Los precios subieron un 3% en un año. | 3% = 3 percent @increase
        La tasa cayó del 6,1 al 5,4 por ciento. | 6,1 = 6.1 percent @from; 5,4 por ciento = 5.4 percent @to
        Las ventas se duplicaron. | se duplicaron = 2 fold @increase
        Siete de los 12 jueces dimitieron. | Siete = 7 count {jueces} @part; 12 = 12 count {jueces}
        Hay 300 heridos, entre ellos 12 niños. | 300 = 300 count {heridos} #injured; 12 = 12 count {niños} @part #injured
        En total, 64 vuelos fueron cancelados. | 64 = 64 count {vuelos} @total
        Un hombre de 34 años de edad huyó. | 34 años = 34 year @age
        El club ganó 3-1 en casa. | 3-1 = 3..1 ratio @score
        Treinta y una mil quinientas abejas murieron. | Treinta y una mil quinientas = 31500 count {abejas} #killed
        Doscientas mil personas marcharon. | Doscientas mil = 200000 count {personas}
        Dos mil trescientos millones de abejas murieron. | Dos mil trescientos millones = 2300000000 count {abejas} #killed
        Cientos de agricultores marcharon. | Cientos de = 200 atLeast count {agricultores}
        Miles de agricultores marcharon. | Miles de = 2000 atLeast count {agricultores}
        Más de 2,000 mujeres marcharon. | Más de 2,000 = 2000 moreThan count {mujeres}
        Los 5 mejores barcos salieron. | 5 = 5 count {mejores barcos}
        Uno de cada diez barcos se hundió. | Uno de cada diez = 0.1 share {barcos}
        Veintiuna personas marcharon. | Veintiuna = 21 count {personas}
        El paro bajó 0,3 puntos. | 0,3 = 0.3 count {puntos} @decrease
        La policía arrestó a otras 12 personas. | 12 = 12 count {personas} @further #detained
        Un tercio de los barcos se hundió. | Un tercio = 0.333 share {barcos}
        Tres quintos de los barcos se hundieron. | Tres quintos = 0.6 share {barcos}
        Una veintena de casas ardieron. | Una veintena = 20 about count {casas}
        Más de un millar de personas salieron. | Más de un millar = 1000 moreThan count {personas}
        La ley fue aprobada por 150 votos a favor y 130 en contra. | 150 = 150 count {votos} @vote; 130 = 130 count @vote
        El choque dejó un muerto y tres heridos. | un = 1 count {muerto} #killed; tres = 3 count {heridos} #injured
        """

    static let russian = """
        Мужчину 35 лет задержали. | 35 лет = 35 year @age
        Женщина 10 лет жила одна. | 10 лет = 10 year
        Погибших нет. | нет = 0 count {Погибших} #killed
        Пострадавших нет. | нет = 0 count {Пострадавших} #injured
        Ответа нет. | -
        Еще 29 получили ранения. | 29 = 29 count @further #injured
        Двенадцать человек получили ранения. | Двенадцать = 12 count {человек} #injured
        Ранения получили 29 человек. | 29 = 29 count {человек} #injured
        Экспорт вырос в 1,8 раза. | 1,8 раза = 1.8 fold @increase
        Продажи снизились в три раза. | три раза = 3 fold @decrease
        В тушении участвуют 400 пожарных. | 400 = 400 count {пожарных}
        Около трети из 12 тысяч квартир остались без воды. | Около трети = 0.333 about share {квартир}; 12 тысяч = 12000 count {квартир}
        Его приговорили к полутора годам колонии. | полутора годам = 1.5 year
        По меньшей мере 27 человек, в том числе 12 детей, погибли. | По меньшей мере 27 = 27 atLeast count {человек} #killed; 12 = 12 count {детей} @part #killed
        Задержана женщина 60 лет. | 60 лет = 60 year @age
        Ещё трое остаются в больнице. | трое = 3 count @further
        Погиб шестилетний сын рыбака. | шестилетний = 6 year @age
        Погибли пять человек, в том числе двое детей, и 11 были ранены. | пять = 5 count {человек} #killed; двое = 2 count {детей} @part #killed; 11 = 11 count #injured
        Число погибших выросло до девяноста семи. | девяноста семи = 97 count @to #killed
        Всего сгорело 65 домов. | 65 = 65 count {домов} @total
        Погибли 12 человек, 30 ранены. | 12 = 12 count {человек} #killed; 30 = 30 count {ранены} #injured
        При взрыве погибли не менее 12 человек. | не менее 12 = 12 atLeast count {человек} #killed
        12 человек пропали без вести. | 12 = 12 count {человек} #missing
        Полиция задержала 45 человек. | 45 = 45 count {человек} #detained
        Цены выросли на 3% за год. | 3% = 3 percent @increase
        Доля упала с 6,1 до 5,4 процента. | 6,1 = 6.1 percent @from; 5,4 процента = 5.4 percent @to
        Продажи удвоились. | удвоились = 2 fold @increase
        Семь из 12 судей ушли. | Семь = 7 count {судей} @part; 12 = 12 count {судей}
        Ранены 300 человек, в том числе 12 детей. | 300 = 300 count {человек} #injured; 12 = 12 count {детей} @part #injured
        Всего отменили 64 рейса. | 64 = 64 count {рейса} @total
        34-летний мужчина бежал. | 34-летний = 34 year @age
        Семилетний мальчик бежал. | Семилетний = 7 year @age
        Двадцатипятилетняя женщина бежала. | Двадцатипятилетняя = 25 year @age
        Трёхдневный визит завершён. | Трёхдневный = 3 day
        Двухлетний срок истёк. | Двухлетний = 2 year
        Многолетний спор завершён. | -
        Он умер в возрасте 91 года. | 91 года = 91 year @age
        Клуб победил со счетом 3:1. | 3:1 = 3..1 ratio @score
        Двадцать пять тысяч триста рублей украли. | Двадцать пять тысяч триста рублей = 25300 RUB {украли}
        Два миллиарда триста миллионов рублей украли. | Два миллиарда триста миллионов рублей = 2300000000 RUB {украли}
        Сотни фермеров вышли на улицы. | Сотни = 200 atLeast count {фермеров}
        Еще 12 кораблей ждут. | 12 = 12 count {кораблей} @further
        Около пятисот кораблей ждут. | Около пятисот = 500 about count {кораблей}
        Это его 20-й матч. | 20-й = 20 ordinal {матч}
        Каждый десятый водитель устал. | Каждый десятый = 0.1 share {водитель}
        Три четверти водителей устали. | Три четверти = 0.75 share {водителей}
        Пятьюстами рублями заплатили за хлеб. | Пятьюстами рублями = 500 RUB {заплатили}
        Полторы тысячи человек вышли на улицы. | Полторы тысячи = 1500 count {человек}
        Рубль вырос до 72. | 72 = 72 count @to
        Около сотни жителей вышли на площадь. | Около сотни = 100 about count {жителей}
        Более тысячи человек пострадали. | Более тысячи = 1000 moreThan count {человек} #injured
        Тысячи людей вышли на улицы. | Тысячи = 2000 atLeast count {людей}
        Полсотни домов сгорели. | Полсотни = 50 about count {домов}
        За закон проголосовали 97 депутатов, против 12. | 97 = 97 count {депутатов} @vote; 12 = 12 count @vote
        97 депутатов проголосовали за закон. | 97 = 97 count {депутатов} @vote
        В общей сложности эвакуированы 300 человек. | 300 = 300 count {человек} @total #displaced
        Пропали 12 человек. | 12 = 12 count {человек} #missing
        """
}
