# story: what somebody says is one line, with the lead that reports it; a work is known again by where it appeared
article ashes.txt  date=2020-11-10
  The mill at Ostrow

  Ines Brask has shared a photograph of the mill that burned in Ostrow. It shows the wheel, black and still.

  "My father built that wheel," Brask wrote on Monday.

article essay.txt  date=2021-06-02
  After the mill

  Ines Brask spoke about the mill again on Sunday. In an essay for the Karsk Quarterly, Brask thanked the firemen of Ostrow.

article again.txt  date=2023-01-15
  A book about Ostrow

  The miller's daughter Ines Brask has written a book. Brask first told of the fire in an essay she wrote for the Karsk Quarterly.

article other.txt  date=2023-02-20
  Boats

  Ines Brask recently opened up about the years without a mill. "We sold fish," Brask said on Saturday.

build

query timeline --columns when,line,articles
----
9 Nov 2020 | Ines Brask has shared a photograph of the mill that burned in Ostrow. | 1
30 May 2021 | Ines Brask spoke about the mill again on Sunday. | 2
by 15 Jan 2023 | The miller's daughter Ines Brask has written a book. | 1
18 Feb 2023 | Ines Brask recently opened up about the years without a mill. | 1
