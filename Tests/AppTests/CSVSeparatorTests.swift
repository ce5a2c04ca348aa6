import Files
import Testing

struct CSVSeparatorTests {
  @Test(arguments: [
    ("x,y\n1,2\n", ","), ("x;y\n1;2\n", ";"), ("x\ty\n1\t2\n", "\t"), ("x|y\n1|2\n", "|"),
    // The separator is in the header's words too.
    ("Height, cm\tWeight, kg\n160\t55\n170\t65\n", "\t"), ("\"x, cm\";y\n1;2\n2;3\n", ";"),
    ("Height, cm;Weight, kg\n160,5;55,1\n", ";"), ("a;b,c,d\n1,2,3\n", ","),
    // Decimal commas in every row.
    ("x;y\n1,5;2,5\n3,5;4,5\n", ";"), ("a,b\tc\n1,5\t2\n2,5\t3\n", "\t"),
    // Lists in a column.
    ("x,y,tags\n1,2,a;b\n2,3,c;d\n", ","), ("x,y,a;b\n1,2,a;b\n2,3,c;d\n", ","),
    // Rows that are cut short, blank lines and rows of separators.
    ("x,y,z\n1,2\n2,4,5\n", ","), ("\n\nx;y\n\n1;2\n;\n2;3\n", ";"),
    ("x;y\n\"a,b\n,c\";2\n", ";"),
    // Nothing to go by.
    ("x\n1\n2\n", ","), ("", ","), ("x,y", ","), ("x;y", ";"), ("x;y\n\"1;2\n", ";"),
  ])
  func `the separator is the one that makes a table`(text: String, separator: String) {
    let found = CSVSeparator.guessed(in: Array(text.utf8))
    #expect(String(Unicode.Scalar(found)) == separator)
  }

  @Test(arguments: [
    ("sep=;\nx;y\n", ";"), ("SEP=,\r\nx,y\n", ","), ("sep=\t\rx\ty\r", "\t"),
    ("\"sep=;\"\nx;y\n", ";"), ("sep=|", "|"),
  ])
  func `Excel's first line says it`(text: String, separator: String) {
    #expect(
      CSVSeparator.declared(in: Array(text.utf8)).map { String(Unicode.Scalar($0)) } == separator)
  }

  @Test(arguments: ["sep;x\n", "sep=\n", "sep=ab\n", "sep=\"\n", "x,y\nsep=;\n", "sep=é\n", ""])
  func `other first lines say nothing`(text: String) {
    #expect(CSVSeparator.declared(in: Array(text.utf8)) == nil)
  }
}
