using Qiansi.Publishing.Formulas;

namespace Qiansi.Publishing.Tests.Formulas;

public sealed class InlineBreaksTests
{
    private const string Source = "<annotation encoding=\"application/x-tex\">…</annotation>";

    [Fact]
    public void A_long_formula_breaks_behind_relations_and_signs_outside_brackets() => Assert.Equal(
        "<math><mrow><mi>output</mi><mo form=\"infix\">=</mo></mrow></math><wbr>"
        + "<math><mrow><mi>weight</mi><mo stretchy=\"false\">(</mo><mi>x</mi><mo>+</mo><mi>b</mi><mo stretchy=\"false\">)</mo><mo "
        + "form=\"infix\">+</mo></mrow></math><wbr>"
        + $"<math><semantics><mrow><mi>c</mi><mo>!</mo></mrow>{Source}</semantics></math>",
        InlineBreaks.Allow(Formula("<mi>output</mi><mo>=</mo><mi>weight</mi><mo "
            + "stretchy=\"false\">(</mo><mi>x</mi><mo>+</mo><mi>b</mi><mo stretchy=\"false\">)</mo><mo>+</mo><mi>c</mi><mo>!</mo>")));

    [Theory]
    [InlineData("<mi>a</mi><mo>=</mo><mi>b</mi>")]
    [InlineData("<mo>−</mo><mi>averylongname</mi>")]
    [InlineData("<mfrac><mi>numerator</mi><mi>denominator</mi></mfrac>")]
    public void Short_and_whole_formulas_stay_as_they_are(string row) => Assert.Equal(Formula(row), InlineBreaks.Allow(Formula(row)));

    private static string Formula(string row) => $"<math><semantics><mrow>{row}</mrow>{Source}</semantics></math>";
}
