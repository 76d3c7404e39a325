using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Formatting;
using Qiansi.Snl.Lexing;

namespace Qiansi.Snl.Tests;

public sealed class FormatterTests
{
    [Fact]
    public void A_program_is_laid_out()
    {
        var source = """
            { sorts } PROGRAM p type t=array[1..3]of integer;r=record integer x;char c;end;
            var t a;integer i,j; // counters

            procedure q(integer k;var t v);var integer m;procedure n();begin write(1)end
            begin m:=k;v[k]:=m*(2+m) end

            begin
              i:=1;while i<3 do read(a[i]);i:=i+1 endwh;
              if i=3 then q(1,a) { once }; return else

              /* alone */
              r.x:='c' fi
            end.
            """;
        Assert.Equal("""
            { sorts } program p
            type
              t = array [1 .. 3] of integer;
              r = record
                integer x;
                char c;
              end;
            var
              t a;
              integer i, j; // counters

            procedure q(integer k; var t v);
              var
                integer m;
              procedure n();
                begin
                  write(1)
                end
              begin
                m := k;
                v[k] := m * (2 + m)
              end

            begin
              i := 1;
              while i < 3 do
                read(a[i]);
                i := i + 1
              endwh;
              if i = 3 then
                q(1, a) { once };
                return
              else

                /* alone */
                r.x := 'c'
              fi
            end.

            """, Formatter.Format(new(source)));
    }

    public static TheoryData<string> Programs() => [.. TestProgram.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Formatting_changes_no_token_and_is_stable(string name)
    {
        var source = TestProgram.Load(name).Source;
        var diagnostics = new DiagnosticBag();
        var before = Lexer.Scan(source, diagnostics);
        if (diagnostics.HasErrors)
        {
            Assert.Equal(source.Text, Formatter.Format(source));
            return;
        }

        var formatted = new SourceText(Formatter.Format(source));
        var after = Lexer.Scan(formatted, new());
        Assert.Equal(Words(before), Words(after));
        Assert.Equal(before.Comments.Select(c => source[c].ToString()), after.Comments.Select(c => formatted[c].ToString()));
        Assert.Equal(formatted.Text, Formatter.Format(formatted));

        static IEnumerable<string> Words(LexedText text) =>
            text.Tokens.Select(t => t.Kind.IsReserved() ? t.Kind.Spelling() : t.TextIn(text.Source));
    }
}
