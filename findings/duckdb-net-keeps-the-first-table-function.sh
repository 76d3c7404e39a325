#!/usr/bin/env bash
# DuckDB.NET 1.5.6.1 (NuGet: DuckDB.NET.Data.Full, DuckDB 1.5.6, linux-x64): a table function that is registered again under its name is
# not replaced, and nothing says so.
#
#   connection.RegisterTableFunction("numbers", …one row, 1…);
#   connection.RegisterTableFunction("numbers", …two rows of another column…);      returns as the first call did
#   select * from numbers()                                                         n:Int32 -> 1, the first function's row
#
# Both ways of registering do so, the one with a projection and the one with columns and writers. Where code runs twice, as a notebook's
# cell does, queries go on reading what the first run registered: register a function that looks up what is current.
# Exits non-zero when this has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup><PackageReference Include="DuckDB.NET.Data.Full" Version="1.5.6.1" /></ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using DuckDB.NET.Data;

using var connection = new DuckDBConnection("DataSource=:memory:");
connection.Open();
connection.RegisterTableFunction("numbers", () => new TableFunction([new ColumnInfo("n", typeof(int))], new object[] { 1 }),
    (row, columns, index) => columns[0].WriteValue((int)row!, index));
connection.RegisterTableFunction("numbers", () => new TableFunction([new ColumnInfo("x", typeof(double))], new object[] { 2.5, 3.5 }),
    (row, columns, index) => columns[0].WriteValue((double)row!, index));
connection.RegisterTableFunction("squares", () => new[] { 2 }, i => new { Square = i * i });
connection.RegisterTableFunction("squares", () => new[] { 2, 3 }, i => new { Cube = i * i * i });
var (numbers, squares) = (Read("numbers"), Read("squares"));
Console.WriteLine($"DuckDB {connection.ServerVersion}: registered twice, numbers() is {numbers}; squares() is {squares}");
return (numbers, squares) == ("n:Int32 -> 1", "Square:Int32 -> 4") ? 0 : 1;

string Read(string function)
{
    using var command = connection.CreateCommand();
    command.CommandText = $"select * from {function}()";
    using var reader = command.ExecuteReader();
    var rows = new List<object>();
    while (reader.Read()) rows.Add(reader.GetValue(0));
    return $"{reader.GetName(0)}:{reader.GetFieldType(0).Name} -> {string.Join(", ", rows)}";
}
PROGRAM
dotnet run --verbosity quiet
