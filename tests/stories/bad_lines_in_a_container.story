# story: a broken line in a container is left out with its place; the others go on
article pile.jsonl
  {"id": "1", "outlet": "Orra Post", "published": "2024-02-01", "title": "The well", "text": "The well in Orra is dry. \"We carry water from the mill,\" said Ada Lind."}
  {"id": "2", "outlet": "Orra Post", "published": "2024-02-02", "title":
  {"id": "3", "outlet": "Orra Post", "published": "2024-02-03", "title": "The well again", "text": "The well in Orra is full again. \"We carry nothing any more,\" said Ada Lind."}

build

query left-out --columns source,cause
----
pile.jsonl:2 | bad-record

query quotes --columns said_by,outlet,text,published
----
Ada Lind | Orra Post | We carry water from the mill, | 2024-02-01
Ada Lind | Orra Post | We carry nothing any more, | 2024-02-03
