using Todoku.Knowledge;
using Todoku.Knowledge.Checking;
using Todoku.Knowledge.Sources;
using Todoku.KnowledgeCompilation.Grading;

namespace Todoku.KnowledgeCompilation;

/// <summary>The verbs of the tool: each prints to the console and gives the exit status.</summary>
internal static class Commands
{
    public static int Usage()
    {
        Console.Error.WriteLine("""
            KnowledgeCompiler compile DIR FILE            compile a knowledge folder into an image
            KnowledgeCompiler check [DIR]                 check all files and run every sample (default: knowledge)
            KnowledgeCompiler grade FILE [--knowledge DIR]  read the replies of a JSON Lines file and print what was read wrong
            """);
        return 2;
    }

    public static int Compile(string folder, string output)
    {
        var source = Load(folder);
        if (source is null || Report(source.Problems.Where(problem => !problem.IsDangling)) > 0) return 1;
        File.WriteAllBytes(output, Todoku.Knowledge.Compilation.KnowledgeCompiler.Compile(source));
        return 0;
    }

    public static int Check(string folder)
    {
        if (Load(folder) is not { } source) return 1;
        var errors = Report(source.Problems);
        if (source.Problems.Exists(problem => !problem.IsDangling))
        {
            Console.WriteLine($"{errors} errors; samples were not run");
            return 1;
        }
        var samples = Report(SampleCheck.Run(source, KnowledgeBase.From(source)));
        var count = source.Rules.Sum(rule => rule.Samples.Count) + source.Blocklists.Sum(list => list.Samples.Count);
        Console.WriteLine(
            $"{source.Providers.Count} providers, {source.Rules.Count} rules, {source.Blocklists.Count} blocklists, {source.Articles.Count} articles, {source.Steps.Count} steps; "
            + $"{count - samples} of {count} samples right; {errors} errors");
        return errors + samples > 0 ? 1 : 0;
    }

    public static int Grade(string file, string folder)
    {
        if (Load(folder) is not { } source || Report(source.Problems.Where(problem => !problem.IsDangling)) > 0) return 1;
        var grade = CorpusGrader.Grade(KnowledgeBase.From(source), File.ReadLines(file));
        foreach (var miss in grade.Misses) Console.WriteLine(miss);
        Console.WriteLine(grade);
        return 0;
    }

    private static KnowledgeSource? Load(string folder)
    {
        try
        {
            return KnowledgeReader.Read(KnowledgeFolder.Read(folder));
        }
        catch (KnowledgeException e)
        {
            Console.WriteLine(e.Message);
            return null;
        }
    }

    private static int Report(IEnumerable<SourceProblem> problems)
    {
        var count = 0;
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
            count++;
        }
        return count;
    }
}
