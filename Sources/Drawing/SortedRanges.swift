extension [ClosedRange<UInt32>] {
  /// Whether one of the ranges, which are in rising order, has a value in it; by binary search.
  func contain(_ value: UInt32) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].contains(value)
  }
}
