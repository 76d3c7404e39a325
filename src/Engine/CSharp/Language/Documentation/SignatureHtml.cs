using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Qiansi.Engine.CSharp.Language.Documentation;

/// <summary>Renders a symbol's signature, coloured by what its parts are.</summary>
/// <remarks>The colours keep a contrast of about 4 : 1 on white and on near-black alike, since the page's theme is unknown; they are plain,
/// for the sanitizers of front ends drop variables.</remarks>
internal static class SignatureHtml
{
    private const string KeywordColor = "#2f7fe0";
    private const string TypeColor = "#0b8a7d";
    private const string MemberColor = "#a0702a";

    private static readonly SymbolDisplayFormat Format = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeRef
            | SymbolDisplayLocalOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.ExpandNullable);

    private static readonly SymbolDisplayFormat QualifiedType = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: Format.GenericsOptions,
        memberOptions: Format.MemberOptions,
        delegateStyle: Format.DelegateStyle,
        parameterOptions: Format.ParameterOptions,
        kindOptions: Format.KindOptions,
        miscellaneousOptions: Format.MiscellaneousOptions);

    /// <summary>The whole signature of a symbol; types with their namespace.</summary>
    public static ImmutableArray<SymbolDisplayPart> PartsOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } =>
            symbol.ToDisplayParts(Format.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeModifiers)),
        INamedTypeSymbol { ContainingType: null, IsTupleType: false, IsAnonymousType: false, SpecialType: SpecialType.None } =>
            symbol.ToDisplayParts(QualifiedType),
        INamedTypeSymbol { SpecialType: not SpecialType.None } =>
            symbol.ToDisplayParts(QualifiedType.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes)),
        _ => symbol.ToDisplayParts(Format),
    };

    /// <summary>The parts as HTML; those from <paramref name="boldFrom"/> to before <paramref name="boldTo"/> in bold.</summary>
    public static string Render(ImmutableArray<SymbolDisplayPart> parts, int boldFrom = 0, int boldTo = 0)
    {
        var html = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            if (i == boldFrom && boldTo > boldFrom) html.Append("<b><u>");
            var text = WebUtility.HtmlEncode(parts[i].ToString());
            if (ColorOf(parts[i].Kind) is { } color)
                html.Append("<span style=\"color:").Append(color).Append("\">").Append(text).Append("</span>");
            else html.Append(text);
            if (i == boldTo - 1 && boldTo > boldFrom) html.Append("</u></b>");
        }

        return html.ToString();
    }

    private static string? ColorOf(SymbolDisplayPartKind kind) => kind switch
    {
        SymbolDisplayPartKind.Keyword => KeywordColor,
        SymbolDisplayPartKind.ClassName or SymbolDisplayPartKind.StructName or SymbolDisplayPartKind.InterfaceName
            or SymbolDisplayPartKind.EnumName
            or SymbolDisplayPartKind.DelegateName or SymbolDisplayPartKind.RecordClassName or SymbolDisplayPartKind.RecordStructName
            or SymbolDisplayPartKind.TypeParameterName => TypeColor,
        SymbolDisplayPartKind.MethodName or SymbolDisplayPartKind.ExtensionMethodName or SymbolDisplayPartKind.PropertyName
            or SymbolDisplayPartKind.FieldName or SymbolDisplayPartKind.EventName or SymbolDisplayPartKind.EnumMemberName => MemberColor,
        _ => null,
    };
}
