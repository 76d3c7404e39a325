namespace Qiansi.PowerShellCells.Host;

/// <summary>The console's sixteen colours as escapes; those that the cell has anyway as none.</summary>
internal static class Ansi
{
    public const string Reset = "\e[0m";

    // In the order of ConsoleColor, whose bits are blue, green, red.
    private static readonly int[] Codes = [0, 4, 2, 6, 1, 5, 3, 7];

    public static string Foreground(ConsoleColor color) => Code(color, 30, 90);

    public static string Background(ConsoleColor color) => (int)color < 0 ? "" : color == ConsoleColor.Black ? "" : Code(color, 40, 100);

    private static string Code(ConsoleColor color, int dark, int bright) =>
        (int)color < 0 ? "" : $"\e[{((int)color < 8 ? dark : bright) + Codes[(int)color % 8]}m";
}
