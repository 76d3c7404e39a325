using System.Globalization;
using Qiansi.Contracts;
using Qiansi.Snl;
using Qiansi.Snl.Intermediate;
using Qiansi.SnlCells.Pictures;

namespace Qiansi.SnlCells.Running;

/// <summary>What stands after <c>#!snl</c>.</summary>
internal sealed record CellOptions(string? Show, Optimizations Optimizations, ParserKind Parser, bool OnMachine, string? Input,
    StepKind? By, int From)
{
    private static readonly string[] Shows = ["tokens", "tree", "symbols", "ir", "tm", "run"];

    /// <summary>The arguments of the line.</summary>
    public static IReadOnlyList<DirectiveArgument> Arguments { get; } =
    [
        new("--show", "Shows, instead of running: tokens, tree, symbols, ir, tm (the code of the Tiny Machine), "
            + "or run (a film of the machine).")
            { Choices = () => Items(Shows) },
        new("--optimize", "Applies all optimisations.", IsFlag: true),
        new("--optimizations", "Applies some: folding, subexpressions, invariants, dead-code, with commas between them.")
            { Choices = () => Items([.. OptimizationNames.All.Keys]) },
        new("--backend", "What runs the program: il (.NET code) or tm (the Tiny Machine, which says how many instructions it executed).")
            { Choices = () => Items(["il", "tm"]) },
        new("--parser", "Who parses: descent (recursive descent) or table (LL(1)).") { Choices = () => Items(["descent", "table"]) },
        new("--input", "What the program reads, in place of asking: --input \"3 4\"."),
        new("--by", "Steps of the film: instruction, line or call; the finest of which there are not too many when left out.")
            { Choices = () => Items(["instruction", "line", "call"]) },
        new("--from", "Steps of the film that are left out at its beginning."),
    ];

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="DirectiveException">A value cannot be used.</exception>
    public static CellOptions Of(IReadOnlyDictionary<string, string> arguments)
    {
        return new(
            OneOf("--show", Shows),
            arguments.ContainsKey("--optimize") ? Optimizations.All : Some(arguments.GetValueOrDefault("--optimizations") ?? "none"),
            OneOf("--parser", "descent", "table") == "table" ? ParserKind.Table : ParserKind.RecursiveDescent,
            OneOf("--backend", "il", "tm") == "tm",
            arguments.GetValueOrDefault("--input"),
            OneOf("--by", "instruction", "line", "call") is { } by ? Enum.Parse<StepKind>(by, ignoreCase: true) : null,
            arguments.GetValueOrDefault("--from") is not { } from ? 0
                : int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                : throw new DirectiveException($"#!snl: --from {from} is no number of steps."));

        string? OneOf(string name, params string[] values) =>
            arguments.GetValueOrDefault(name) is not { } value ? null : values.Contains(value) ? value
            : throw new DirectiveException($"#!snl: {name} {value} is none of {string.Join(", ", values)}.");

        static Optimizations Some(string names)
        {
            try
            {
                return OptimizationNames.Parse(names);
            }
            catch (FormatException e)
            {
                throw new DirectiveException($"#!snl: --optimizations: {e.Message}.");
            }
        }
    }

    private static CompletionItem[] Items(IReadOnlyList<string> values) => [.. values.Select(v => new CompletionItem(v, "keyword"))];
}
