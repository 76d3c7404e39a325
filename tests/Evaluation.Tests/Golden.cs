using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Qiansi.Evaluation.Tests;

/// <summary>What Goldens/make_goldens.py computed from the definitions.</summary>
internal static class Golden
{
    private static readonly JsonElement Root =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "Goldens", "goldens.json"))).RootElement;

    public static JsonElement Of(string kind, int index) => Root.GetProperty(kind)[index];

    public static double Number(this JsonElement problem, string name) => problem.GetProperty(name).GetDouble();

    public static double[] Numbers(this JsonElement problem, string name) =>
        [.. problem.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];

    public static int[] Classes(this JsonElement problem, string name) =>
        [.. problem.GetProperty(name).EnumerateArray().Select(v => v.GetInt32())];

    public static double[,] Table(this JsonElement problem, string name)
    {
        var rows = problem.GetProperty(name);
        var table = new double[rows.GetArrayLength(), rows[0].GetArrayLength()];
        for (var i = 0; i < table.GetLength(0); i++)
        {
            for (var j = 0; j < table.GetLength(1); j++) table[i, j] = rows[i][j].GetDouble();
        }

        return table;
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
