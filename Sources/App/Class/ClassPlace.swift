package import Room

/// A point of the plane as a class says it: drawings have places of their own.
package typealias ClassPlace = Place
