// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The design that Rollbook grew from: a goroutine a student, an input channel, one goroutine that
// collects, a WaitGroup, an output channel. Registering does nothing, or waits so long, so that what
// is measured is the design itself.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

type Student struct {
	ID, GivenName, FamilyName, Email, BirthDate, GradeLevel string
}

type Course struct {
	Code, Title string
}

type StudentRegistration struct {
	Student Student
	Course  Course
	Number  int
	At      time.Time
}

type RegistrationError struct {
	Student Student
	Reason  string
}

type StudentRegistrationResult struct {
	Registration *StudentRegistration
	Err          *RegistrationError
}

type RegisterStudentsResults struct {
	Results []StudentRegistrationResult
}

// What a registration waits for its store.
var latency time.Duration

func doRegistration(student Student, course Course, at time.Time) StudentRegistrationResult {
	return StudentRegistrationResult{
		Registration: &StudentRegistration{Student: student, Course: course, At: at},
	}
}

func RegisterStudent(student Student, course Course, at time.Time, input chan<- StudentRegistrationResult) {
	if latency > 0 {
		time.Sleep(latency)
	}
	input <- doRegistration(student, course, at)
}

func handleResults(input <-chan StudentRegistrationResult, output chan<- RegisterStudentsResults, wg *sync.WaitGroup) {
	var results RegisterStudentsResults
	for result := range input {
		results.Results = append(results.Results, result)
		wg.Done()
	}
	output <- results
}

func RegisterStudents(students []Student, course Course) RegisterStudentsResults {
	input := make(chan StudentRegistrationResult)
	output := make(chan RegisterStudentsResults)
	var wg sync.WaitGroup
	go handleResults(input, output, &wg)
	at := time.Now()
	for _, student := range students {
		wg.Add(1)
		go RegisterStudent(student, course, at, input)
	}
	wg.Wait()
	close(input)
	return <-output
}

func makeStudents(count int) []Student {
	families := []string{"Muñoz Peña", "Smith", "Şahin", "Johnson", "Lindqvist", "O'Neill"}
	givens := []string{"Íñigo", "Sophie", "Ben", "Emre", "Charlotte"}
	students := make([]Student, count)
	for i := range students {
		id := fmt.Sprintf("%08d", i)
		students[i] = Student{
			ID:         id,
			GivenName:  strings.Clone(givens[i%len(givens)]),
			FamilyName: strings.Clone(families[i%len(families)]),
			Email:      "s" + id + "@school.example",
			BirthDate:  fmt.Sprintf("%d-%02d-%02d", 2008+i%6, 1+i%12, 1+i%28),
			GradeLevel: strconv.Itoa(6 + i%6),
		}
	}
	return students
}

func peakMegabytes() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for _, line := range strings.Split(string(status), "\n") {
		fields := strings.Fields(line)
		if len(fields) >= 2 && fields[0] == "VmHWM:" {
			kilobytes, _ := strconv.ParseFloat(fields[1], 64)
			return kilobytes / 1024
		}
	}
	return 0
}

func main() {
	numbers := []int{0, 0}
	for i, argument := range os.Args[1:] {
		number, err := strconv.Atoi(argument)
		if err != nil || i >= len(numbers) {
			fmt.Fprintln(os.Stderr, "usage: godesign STUDENTS [MILLISECONDS]")
			os.Exit(2)
		}
		numbers[i] = number
	}
	count := numbers[0]
	latency = time.Duration(numbers[1]) * time.Millisecond
	students := makeStudents(count)
	begin := time.Now()
	results := RegisterStudents(students, Course{Code: "GO1", Title: "Intro to Golang"})
	elapsed := time.Since(begin)
	if len(results.Results) != count {
		fmt.Fprintln(os.Stderr, "results are missing")
		os.Exit(1)
	}
	fmt.Printf("milliseconds=%f peak=%f gap=0\n", elapsed.Seconds()*1000, peakMegabytes())
}
