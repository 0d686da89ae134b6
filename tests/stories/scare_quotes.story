# story: nicknames, titles and scare quotes are not quotations
article paper.txt  date=2024-05-02
  The mill opens its doors

  Peter "Shorty" Lang opened the old mill in Vale on Thursday. The band played "The Long Way Down" twice.

  "It took us nine years to get the wheel to turn," said Lang.

build

query quotes --columns said_by,text
----
Peter Lang | It took us nine years to get the wheel to turn,
