namespace Qiansi.Engine.Tests.Display.Convention;

/// <summary>Has the name and shape of the formatting package's attribute, as libraries declare it that do
/// not refer to the package.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType => formatterSourceType;
}
