using Qiansi.Engine.CSharp.Language.Signatures;

namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Names of parameters not yet given, and of an attribute's properties.</summary>
internal static class NamedArgumentCandidates
{
    /// <summary>Adds <c>name:</c> for the call the argument belongs to; nothing when it belongs to none.</summary>
    public static void Add(Candidates candidates, SyntaxNode argument, SemanticModel model, int position, CancellationToken cancellation)
    {
        if (CallSite.Of(argument, model, cancellation) is not { } call) return;
        var index = call.IndexOf(argument);
        var given = call.NamesBeside(argument);
        foreach (var candidate in call.Candidates)
        {
            var parameters = CallSite.ParametersOf(candidate);
            for (var i = index - given.Count; i < parameters.Count; i++)
            {
                if (i >= 0 && !given.Contains(parameters[i].Name))
                    candidates.Add(parameters[i], Rank.NamedArgument, parameters[i].Name + ":", parameters[i].Name);
            }
        }

        if (argument.Parent is not AttributeArgumentListSyntax { Parent: AttributeSyntax attribute }) return;
        for (var type = model.GetTypeInfo(attribute, cancellation).Type; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, SetMethod: not null, IsIndexer: false }
                    or IFieldSymbol { IsStatic: false, IsReadOnly: false }
                    && model.IsAccessible(position, member) && Visibility.IsShown(member))
                    candidates.Add(member, Rank.NamedArgument, member.Name + " = ", member.Name);
            }
        }
    }
}
