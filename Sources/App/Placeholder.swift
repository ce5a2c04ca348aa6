package enum AppFloor {}
