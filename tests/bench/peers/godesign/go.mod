module rollbook.example/godesign

go 1.19
