# story: nothing dates these articles; leads that tell the same are one line, those of other days are not
article echo.txt
  Council sues mill

  The council of Ostrow sued the owners of the paper mill on Friday over the fire that killed two firemen.

article post.txt
  Mill owners face lawsuit

  Ostrow's council is suing the owners of the paper mill over the fire in which two firemen died. It wants them to pay.

article gazette.txt
  Mill sued

  The owners of the paper mill of Ostrow were sued by the council over the fire on Tuesday.

article tribune.txt
  Plums

  The plum harvest in the valley of Vey is the best in years, growers said.

build

# What most articles tell comes first, where no day tells the order.
query timeline --columns when,line,articles
----
no date | The council of Ostrow sued the owners of the paper mill on Friday over the fire that killed two firemen. | 2
no date | The owners of the paper mill of Ostrow were sued by the council over the fire on Tuesday. | 1
no date | The plum harvest in the valley of Vey is the best in years, growers said. | 1
