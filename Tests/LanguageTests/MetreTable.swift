/// Invented sentences in which "50m" is metres or millions; written as in ``FigureTable``.
enum MetreTable {
    static let english = """
        The blast happened 50m from the school. | 50m = 50 m
        The house stands about 300m from the border. | about 300m = 300 about m
        The council took 50m from the fund. | 50m = 50000000 count
        Sales rose by 20m from the year before. | 20m = 20000000 count @increase
        Keep at least 2m away from others. | at least 2m = 2 atLeast m
        A 12m-high wave hit the pier. | 12m = 12 m
        The 30m-wide crater filled. | 30m = 30 m
        It stands 120m above the sea. | 120m = 120 m
        The car was dragged 50m along the road. | 50m = 50 m
        The drone crashed some 400m short of the runway. | some 400m = 400 about m
        He was seen 30m off the beach. | 30m = 30 m
        The wreck lies at a depth of 45m. | 45m = 45 m
        A distance of 800m separates the camps. | 800m = 800 m
        The gunman stood 150m down the street. | 150m = 150 m
        A 200m drop in profits hit the shares. | 200m = 200000000 count
        The wave reached a height of 10m. | 10m = 10 m
        It sank within 100m of the shore. | 100m = 100 m
        The town is getting a 25m pool. | 25m = 25 m
        A 60m vessel sank. | 60m = 60 m
        Rescuers dug through 6m of rubble. | 6m = 6 m
        Lund won the 100m in 9.79 seconds. | 100m = 100 m; 9.79 seconds = 9.79 second
        She won gold in the 1,500m on Sunday. | 1,500m = 1500 m
        Lorn ran the 1,500m in 3:41. | 1,500m = 1500 m
        He took bronze in the 200m freestyle. | 200m = 200 m
        The 400m hurdles champion was injured. | 400m = 400 m
        She set a 100m world record. | 100m = 100 m
        He came third in the men's 800m final. | 800m = 800 m
        Lund, the 100m and 200m champion, retired. | 100m = 100 m; 200m = 200 m
        She won the 200m and 400m. | 200m = 200 m; 400m = 400 m
        He cleared 8.31m to win the long jump. | 8.31m = 8.31 m
        The winning throw was 88.13m. | 88.13m = 88.13 m
        She threw 67.22m in the javelin. | 67.22m = 67.22 m
        The final drew 8.31m viewers. | 8.31m = 8310000 count {viewers}
        The film cost £50m. | £50m = 50000000 GBP
        The disease kills 50m people a year. | 50m = 50000000 count {people} #killed
        The bank paid a $3m fine. | $3m = 3000000 USD {fine}
        The app has 2m users. | 2m = 2000000 count {users}
        About 1.4m homes lost power. | About 1.4m = 1400000 about count {homes}
        A 5m euro grant was approved. | 5m euro = 5000000 EUR {grant}
        The firm cut its forecast from 50m to 40m. | 50m = 50000000 count @from; 40m = 40000000 count @to
        The yard has 1.5m cubic metres of gravel. | 1.5m cubic metres = 1500000 m3 {gravel}
        The 75m sale of the port fell through. | 75m = 75000000 count
        The state poured 30m into the port. | 30m = 30000000 count
        """

    static let french = """
        L'explosion a eu lieu à 50m de l'école. | 50m = 50 m
        Elle a gagné le 100m en 11 secondes. | 100m = 100 m; 11 secondes = 11 second
        Le chantier a coûté 50m d'euros. | 50m d'euros = 50000000 EUR
        """

    static let german = """
        Der Turm ist 120m hoch. | 120m = 120 m
        Sie gewann über 200m Freistil. | über 200m = 200 moreThan m
        """

    static let spanish = """
        La explosión ocurrió a 50m de la escuela. | 50m = 50 m
        Ganó los 100m en 9,79 segundos. | 100m = 100 m; 9,79 segundos = 9.79 second
        """
}
