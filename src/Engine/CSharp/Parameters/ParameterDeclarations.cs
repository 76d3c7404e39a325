using Qiansi.Engine.CSharp.Compiling;

namespace Qiansi.Engine.CSharp.Parameters;

/// <summary>Reads the variables a parameters cell declares, without running it.</summary>
internal static class ParameterDeclarations
{
    /// <summary>The variables at the top level of the code, in order; a variable declared twice counts once.</summary>
    public static IReadOnlyList<DeclaredParameter> Read(string code)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code, CellLanguage.Script()).GetRoot();
        var parameters = new List<DeclaredParameter>();
        foreach (var member in root.Members)
        {
            var (declaration, modifiers) = member switch
            {
                FieldDeclarationSyntax field => (field.Declaration, field.Modifiers),
                GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax local } => (local.Declaration, local.Modifiers),
                _ => (null, default),
            };
            foreach (var variable in declaration?.Variables ?? [])
            {
                parameters.RemoveAll(p => p.Name == variable.Identifier.ValueText);
                parameters.Add(Read(declaration!.Type, variable, modifiers.Any(SyntaxKind.ConstKeyword)));
            }
        }

        return parameters;
    }

    private static DeclaredParameter Read(TypeSyntax type, VariableDeclaratorSyntax variable, bool isConstant)
    {
        var value = variable.Initializer?.Value;
        var known = type.IsVar ? value is null ? null : ParameterType.Of(value) : ParameterType.Of(type);
        return new(variable.Identifier.ValueText, known?.ToString() ?? type.ToString(), value?.ToString(), known, isConstant);
    }
}
