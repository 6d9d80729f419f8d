module rollbook.example/gocsv

go 1.19
