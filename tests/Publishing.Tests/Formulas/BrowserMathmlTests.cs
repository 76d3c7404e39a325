using Qiansi.Publishing.Formulas;

namespace Qiansi.Publishing.Tests.Formulas;

public sealed class BrowserMathmlTests
{
    private const string Space = "<mspace width=\"0.1667em\"></mspace>";

    [Theory]
    [InlineData("R", "double-struck", "ℝ")]
    [InlineData("E1", "double-struck", "𝔼𝟙")]
    [InlineData("L", "script", "ℒ")]
    [InlineData("A", "script", "𝒜")]
    [InlineData("g", "fraktur", "𝔤")]
    [InlineData("Wx0", "bold", "𝐖𝐱𝟎")]
    [InlineData("θ", "bold-italic", "𝜽")]
    [InlineData("Σ", "bold", "𝚺")]
    [InlineData("∇", "bold", "𝛁")]
    [InlineData("∂", "bold", "𝛛")]
    [InlineData("h", "italic", "ℎ")]
    [InlineData("x", "monospace", "𝚡")]
    [InlineData("+é", "bold", "+é")]
    public void Styles_become_characters(string text, string variant, string expected) =>
        Assert.Equal($"<math><mi>{expected}</mi></math>", BrowserMathml.From($"<math><mi mathvariant=\"{variant}\">{text}</mi></math>"));

    [Fact]
    public void Upright_letters_stay_as_they_are() =>
        Assert.Equal("<math><mi mathvariant=\"normal\">d</mi></math>",
            BrowserMathml.From("<math><mi mathvariant=\"normal\">d</mi></math>"));

    [Fact]
    public void Function_names_get_room()
    {
        Assert.Equal($"<math><mi>y</mi>{Space}<mi>log</mi><mo>\u2061</mo>{Space}<mi>x</mi></math>",
            BrowserMathml.From("<math><mi>y</mi><mi>log</mi><mo>\u2061</mo><mi>x</mi></math>"));
        Assert.Equal("<math><mo>+</mo><mi>log</mi><mo>\u2061</mo><mo>(</mo></math>",
            BrowserMathml.From("<math><mo>+</mo><mi>log</mi><mo>\u2061</mo><mo>(</mo></math>"));
        Assert.Equal($"<math><munder><mrow><mi>min</mi><mo>\u2061</mo></mrow><mi>w</mi></munder>{Space}<mi>f</mi></math>",
            BrowserMathml.From("<math><munder><mrow><mi>min</mi><mo>\u2061</mo></mrow><mi>w</mi></munder><mi>f</mi></math>"));
    }

    [Fact]
    public void Lines_and_alignment_of_tables_become_styles_of_cells() => Assert.Equal(
        "<math><mrow class=\"enclosed enclosed-left enclosed-top\"><mtable columnalign=\"left center\" columnlines=\"solid\" "
        + "rowlines=\"none dashed\">"
        + "<mtr><mtd style=\"text-align:left;text-align:-webkit-left;border-right:.06em solid\">1</mtd><mtd>2</mtd></mtr>"
        + "<mtr><mtd style=\"text-align:left;text-align:-webkit-left;border-right:.06em solid;border-bottom:.06em dashed\">3</mtd><mtd "
        + "style=\"border-bottom:.06em dashed\">4</mtd></mtr>"
        + "<mtr><mtd style=\"text-align:left;text-align:-webkit-left;border-right:.06em "
        + "solid\">5</mtd><mtd>6</mtd></mtr></mtable></mrow></math>",
        BrowserMathml.From("<math><menclose notation=\"top left\"><mtable columnalign=\"left center\" columnlines=\"solid\" "
            + "rowlines=\"none dashed\">"
            + "<mtr><mtd>1</mtd><mtd>2</mtd></mtr><mtr><mtd>3</mtd><mtd>4</mtd></mtr><mtr><mtd>5</mtd><mtd>6</mtd></mtr>"
            + "</mtable></menclose></math>"));

    [Theory]
    [InlineData("box")]
    [InlineData("updiagonalstrike downdiagonalstrike")]
    [InlineData("phasorangle")]
    public void What_is_enclosed_has_a_style_for_each_notation(string notation)
    {
        var html = BrowserMathml.From($"<math><menclose notation=\"{notation}\"><mi>x</mi></menclose></math>");
        Assert.Equal("<math><mrow class=\"enclosed "
            + $"{string.Join(' ', notation.Split(' ').Select(n => "enclosed-" + n))}\"><mi>x</mi></mrow></math>", html);
        Assert.All(notation.Split(' '), n => Assert.Contains($".enclosed-{n}", PageStyles.Text));
    }

    [Fact]
    public void A_hat_is_as_small_as_in_TeX() =>
        Assert.Equal("<math><mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover></math>",
            BrowserMathml.From("<math><mover accent=\"true\"><mi>y</mi><mo>^</mo></mover></math>"));
}
