using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Doubles;

/// <summary>A language that records what it is given, holds variables and answers with a set status.</summary>
internal sealed class FakeLanguage(string name, params string[] aliases) : ILanguageKernel
{
    private readonly Dictionary<string, NamedValue> _values = [];

    public string Name => name;

    public IReadOnlyList<string> Aliases => aliases;

    public string Summary => $"The {name} language.";

    public List<CodeBlock> Ran { get; } = [];

    public CellStatus Status { get; set; } = CellStatus.Ok;

    public IReadOnlyList<NamedValue> Values => [.. _values.Values];

    public Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context)
    {
        Ran.Add(block);
        return Task.FromResult(Status);
    }

    public Task SetValueAsync(string valueName, object? value, Type declaredType)
    {
        _values[valueName] = new NamedValue(valueName, value, declaredType);
        return Task.CompletedTask;
    }
}
