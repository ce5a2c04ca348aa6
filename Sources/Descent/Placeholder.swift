package enum DescentFloor {}
