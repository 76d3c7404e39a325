using Qiansi.Contracts;

namespace Qiansi.SqlCells.Running;

/// <summary>The packages behind SQL cells.</summary>
internal static class Driver
{
    private const string Packages = """
        #r "nuget: DuckDB.NET.Data.Full, 1.5.6.1"
        #r "nuget: Microsoft.Data.Analysis, 0.23.1"
        """;

    /// <summary>Brings them into the session unless they are there; what goes wrong is told to the cell.</summary>
    public static Task<CellStatus> BringAsync(ICellContext context) =>
        Type.GetType("DuckDB.NET.Data.DuckDBConnection, DuckDB.NET.Data") is not null
            && Type.GetType("Microsoft.Data.Analysis.DataFrame, Microsoft.Data.Analysis") is not null
            ? Task.FromResult(CellStatus.Ok)
            : context.Session.ExecuteNestedAsync(Packages, "csharp", "#!sql", context);
}
