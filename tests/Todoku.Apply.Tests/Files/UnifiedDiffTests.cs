using System.Diagnostics;
using Todoku.Apply.Files;

namespace Todoku.Apply.Tests.Files;

/// <summary>Diffs are what <c>patch</c> understands, and never show a password.</summary>
public sealed class UnifiedDiffTests
{
    [Fact]
    public void Shows_the_change_with_three_lines_around_it() => Assert.Equal(
        ["--- /f", "+++ /f", "@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8"],
        UnifiedDiff.Of(new FileEdit("/f", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n")));

    [Fact]
    public void A_new_file_comes_from_nowhere() => Assert.Equal(["--- /dev/null", "+++ /f", "@@ -0,0 +1,1 @@", "+a"], UnifiedDiff.Of(new FileEdit("/f", null, "a\n")));

    [Fact]
    public void Passwords_are_not_shown_also_those_around_the_change()
    {
        var diff = UnifiedDiff.Of(new FileEdit("/f", "[a]:587 u:old-secret\n# old: hunter2\n", "[a]:587 u:old-secret\n# old: hunter2\n[b]:587 u:new-secret\n") { IsSecret = true });

        Assert.Equal(["--- /f", "+++ /f", "@@ -1,2 +1,3 @@", " [a]:587    ********", " #    ********", "+[b]:587    ********"], diff);
    }

    [Fact]
    public void Text_that_is_no_UTF_8_is_shown_and_nothing_of_it_is_lost()
    {
        var text = Octets.ToText([0x23, 0x20, 0xc6, 0xfc, 0x0a]);

        Assert.Equal([0x23, 0x20, 0xc6, 0xfc, 0x0a, 0x61, 0x0a], Octets.Of(text + "a\n"));
        Assert.Equal(" # Æü", UnifiedDiff.Of(new FileEdit("/f", text, text + "a\n"))[3]);
        Assert.Equal("+# 日本", UnifiedDiff.Of(new FileEdit("/f", "", Octets.FromReadable("# 日本\n")))[3]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Patch_makes_the_new_file_of_the_old_one(int seed)
    {
        if (!File.Exists("/usr/bin/patch")) Assert.Skip("needs patch (apt-get install patch)");
        var random = new Random(seed);
        for (var round = 0; round < 20; round++)
        {
            var old = Enumerable.Range(0, random.Next(1, 60)).Select(_ => $"line {random.Next(12)}\n").ToList();
            var @new = old.ToList();
            for (var i = random.Next(1, 8); i > 0; i--)
            {
                var at = random.Next(@new.Count + 1);
                if (at < @new.Count && random.Next(2) == 0) @new.RemoveAt(at);
                else @new.Insert(at, $"line {random.Next(12)}\n");
            }
            if (old.SequenceEqual(@new) || @new.Count == 0) continue;
            var file = Path.GetTempFileName();
            File.WriteAllText(file, string.Concat(old));
            using var patch = Process.Start(new ProcessStartInfo("patch", ["-s", file]) { RedirectStandardInput = true })!;
            await patch.StandardInput.WriteAsync(string.Join('\n', UnifiedDiff.Of(new FileEdit(file, string.Concat(old), string.Concat(@new)))) + "\n");
            patch.StandardInput.Close();
            await patch.WaitForExitAsync();

            Assert.Equal(0, patch.ExitCode);
            Assert.Equal(string.Concat(@new), File.ReadAllText(file));
            File.Delete(file);
        }
    }
}
