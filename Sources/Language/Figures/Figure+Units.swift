extension Figure.Unit {
    /// The smallest unit of the same system of which this one is an exact multiple, and of how many: 1 km is 1000 m, 1 mile
    /// is 5280 × 12 inches. Units of two systems (km and miles) have different bases, for what texts give in both is rounded
    /// in one of them. Other units are their own base.
    public var base: (unit: Figure.Unit, factor: Double) {
        guard case .measure(let name) = self, let base = Self.bases[name] else { return (self, 1) }
        return (.measure(base.unit), base.factor)
    }

    private static let bases: [String: (unit: String, factor: Double)] = [
        "km": ("m", 1000), "cm": ("m", 0.01), "mm": ("m", 0.001),
        "mile": ("inch", 63360), "yard": ("inch", 36), "foot": ("inch", 12),
        "km2": ("m2", 1_000_000), "ha": ("m2", 10000), "cm2": ("m2", 0.0001),
        "acre": ("square yard", 4840), "square mile": ("square yard", 3_097_600), "square foot": ("square yard", 1.0 / 9),
        "t": ("g", 1_000_000), "kg": ("g", 1000), "pound": ("ounce", 16),
        "GW": ("W", 1_000_000_000), "MW": ("W", 1_000_000), "kW": ("W", 1000), "TB": ("GB", 1000),
        "minute": ("second", 60), "hour": ("second", 3600), "day": ("second", 86400), "week": ("second", 604_800),
        "year": ("month", 12), "decade": ("month", 120), "century": ("month", 1200),
    ]

    /// What kind of thing a unit measures, and how many SI units it is about: to tell whether two figures are one measurement
    /// in two units. Nil for counts and shares.
    var dimension: (kind: Dimension, size: Double)? {
        switch self {
        case .money: (.money, 0)
        case .measure(let name): Self.dimensions[name]
        default: nil
        }
    }

    /// Kinds of things that are measured in several units.
    enum Dimension {
        case money, length, area, mass, volume, speed, temperature
    }

    private static let dimensions: [String: (kind: Dimension, size: Double)] = [
        "km": (.length, 1000), "m": (.length, 1), "cm": (.length, 0.01), "mm": (.length, 0.001), "mile": (.length, 1609.344),
        "yard": (.length, 0.9144), "foot": (.length, 0.3048), "inch": (.length, 0.0254),
        "km2": (.area, 1_000_000), "m2": (.area, 1), "ha": (.area, 10000), "acre": (.area, 4046.8564224),
        "square mile": (.area, 2_589_988.110336), "square foot": (.area, 0.09290304),
        "t": (.mass, 1000), "kg": (.mass, 1), "g": (.mass, 0.001), "ton": (.mass, 907.18474), "pound": (.mass, 0.45359237),
        "ounce": (.mass, 0.028349523125), "l": (.volume, 0.001), "gallon": (.volume, 0.003785411784),
        "barrel": (.volume, 0.158987294928), "m3": (.volume, 1), "mph": (.speed, 0.44704), "km/h": (.speed, 1 / 3.6),
        "knot": (.speed, 1852 / 3600.0), "degree": (.temperature, 0), "degree F": (.temperature, 0),
    ]
}
