# Reads every table of a package into a list of data frames, with the types that datapackage.json declares.
#
#   source("docs/how-to/load-in-r.R")
#   tables <- load_package(".")        # the folder of a package
#   tables$quotes
#
# Needs readr and jsonlite. Integers are integers (also where some are unknown), vocabularies are factors with all
# the values of the schema, days are dates, times are instants that print in UTC (give another `tz` to see them on
# the clocks of a place), and unknown is NA. Stops when a cell is not of its type, rather than guess.

column_types <- list(
  string = readr::col_character(),
  integer = readr::col_integer(),
  number = readr::col_double(),
  boolean = readr::col_logical(),
  date = readr::col_date(),
  datetime = readr::col_datetime()
)

column_type <- function(field) {
  vocabulary <- unlist(field$constraints$enum)
  if (!is.null(vocabulary) && identical(field$type, "string")) {
    return(readr::col_factor(levels = vocabulary))
  }
  type <- column_types[[field$type]]
  if (is.null(type)) readr::col_character() else type
}

load_table <- function(resource, folder = ".", tz = "UTC") {
  fields <- resource$schema$fields
  types <- lapply(fields, column_type)
  names(types) <- vapply(fields, function(field) field$name, "")
  table <- readr::read_csv(
    file.path(folder, resource$path),
    col_types = do.call(readr::cols, types),
    locale = readr::locale(encoding = "UTF-8", tz = tz),
    na = "",
    trim_ws = FALSE, # texts are kept to the letter
    lazy = FALSE,
    num_threads = 1, # cells hold line breaks
    progress = FALSE
  )
  problems <- readr::problems(table)
  if (nrow(problems) > 0) {
    first <- problems[1, ]
    stop(resource$path, ", row ", first$row, ": expected ", first$expected, ", found ", first$actual)
  }
  table
}

load_package <- function(folder = ".", tz = "UTC") {
  descriptor <- jsonlite::read_json(file.path(folder, "datapackage.json"))
  resources <- Filter(function(resource) identical(resource$format, "csv"), descriptor$resources)
  tables <- lapply(resources, load_table, folder = folder, tz = tz)
  names(tables) <- vapply(resources, function(resource) resource$name, "")
  tables
}
