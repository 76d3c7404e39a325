using System.Text;
using Qiansi.Documents;
using Qiansi.Documents.Parameters;
using Qiansi.Engine.Directives;

namespace Qiansi.Engine.CSharp.Parameters;

/// <summary>Parameters of notebooks in C#: declared as variables, and declared anew with the values of a run.</summary>
public sealed class CSharpParameters : IParameterLanguage
{
    /// <inheritdoc />
    public string Name => NotebookLanguages.CSharp.Name;

    /// <inheritdoc />
    public string Assign(IReadOnlyDictionary<string, string> values, string? declarations)
    {
        var declared = declarations is null ? null : ParameterDeclarations.Read(declarations);
        var source = new StringBuilder("// Parameters of this run");
        foreach (var (name, value) in values) source.Append('\n').Append(Declaration(name, value, declared));
        return source.ToString();
    }

    private static string Declaration(string name, string value, IReadOnlyList<DeclaredParameter>? declared)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
            throw new ParameterException($"'{name}' cannot be the name of a parameter; write name=value, such as epochs=5.");
        var parameter = declared?.FirstOrDefault(p => p.Name == name);
        if (declared is not null && parameter is null) throw Unknown(name, declared);
        var type = parameter is null ? ParameterValues.TypeOf(value) : parameter.KnownType ?? throw Opaque(parameter);
        var code = ParameterValues.ToCode(type, value)
            ?? throw new ParameterException(
                $"Parameter '{name}' is of type {type}, and '{value}' is not {ParameterValues.Describe(type)}.");
        var identifier = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
        return $"{(parameter is { IsConstant: true } ? "const " : "")}{type} {identifier} = {code};";
    }

    private static ParameterException Unknown(string name, IReadOnlyList<DeclaredParameter> declared)
    {
        if (declared.Count == 0)
            return new(
                $"There is no parameter '{name}': the parameters cell declares no variable. Declare it there, such as: int {name} = 1;");
        var nearest = NearestNames.Of(name, declared.Select(p => p.Name)).FirstOrDefault();
        var known = string.Join(", ", declared.Select(p => $"{p.Name} ({p.Type})"));
        return new($"There is no parameter '{name}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} The notebook's "
            + $"parameters are: {known}.");
    }

    private static ParameterException Opaque(DeclaredParameter parameter) => new(
        $"Parameter '{parameter.Name}' is declared as '{parameter.Type}'{(parameter.Default is null ? "" : $" = {parameter.Default}")}, "
        + "for which no value can be given from outside. "
        + "Declare it with a number type, bool, char, string, or an array of one of them.");
}
