package import Drawing
import Files
package import Terminal

/// What becomes of colours where a terminal has 16 or 8 of them, which are the user's own.
struct FewColors {
  private var palette: Palette
  private let cars: [Color]

  /// `nil` where there are more colours, or none.
  init?(_ theme: Theme, _ depth: ColorDepth) {
    guard depth.count <= 16, let palette = Palette(depth) else { return nil }
    self.palette = palette
    cars = theme.cars(in: depth)
  }

  /// - Parameter known: whose the colours of rules and cars are.
  mutating func recolor(_ cell: inout Cell, _ known: [Color: Livery.Owner]) {
    if let car = cell.paper.flatMap({ known[$0]?.rank }) {
      cell.paper = cars[car]
      cell.ink = Palette.xterm[palette.contrast(to: palette.nearest(to: cars[car]))]
    } else if let car = cell.ink.flatMap({ known[$0]?.rank }) {
      cell.ink = cars[car]
    }
    // Bold black is grey on many of these terminals.
    if let ink = cell.ink, palette.nearest(to: ink) == 0 { cell.style.remove(.bold) }
  }
}

// Where each car must have a colour of its own.
extension Theme {
  /// The rules' colours in that palette: the nearest, but each its own as far as they go, and none
  /// that is the ground's or that the paper hides. Cars without hue keep without it.
  package func cars(in depth: ColorDepth) -> [Color] {
    guard depth.count <= 16, var palette = Palette(depth) else { return cars }
    let paper = Palette.xterm[palette.nearest(to: self.paper)]
    let ground = self.ground(in: depth).colors
    let clear = palette.indexes.map { Palette.xterm[$0] }.filter {
      !ground.contains($0) && $0.contrast(with: paper) >= 1.9
    }
    guard !clear.isEmpty else { return cars }
    var taken: [Color] = []
    for car in cars {
      let alike = clear.filter { OKLab(car).chroma > 0.04 || OKLab($0).chroma < 0.04 }
      let fitting = alike.isEmpty ? clear : alike
      let free = fitting.filter { !taken.contains($0) }
      let nearest = (free.isEmpty ? fitting : free).min {
        OKLab(car).hueDistance(to: $0) < OKLab(car).hueDistance(to: $1)
      }
      taken.append(nearest ?? car)
    }
    return taken
  }
}

extension OKLab {
  fileprivate var chroma: Double { (a * a + b * b).squareRoot() }

  /// A squared distance in which lightness, of which so few colours have little choice, counts
  /// half.
  fileprivate func hueDistance(to color: Color) -> Double {
    let other = OKLab(color)
    let (dl, da, db) = (l - other.l, a - other.a, b - other.b)
    return dl * dl / 2 + da * da + db * db
  }
}
