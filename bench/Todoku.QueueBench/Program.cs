using Todoku.QueueBench;

// crash PATH: a relay to be killed. enqueue PATH PRODUCERS SECONDS, deliver PATH MESSAGES WORKERS, fill PATH MESSAGES, load PATH: figures.
switch (args)
{
    case ["crash", var path]:
        await CrashChild.RunAsync(path);
        return 0;
    case ["enqueue", var path, var producers, var seconds]:
        await Figures.EnqueueAsync(path, int.Parse(producers), int.Parse(seconds));
        return 0;
    case ["deliver", var path, var messages, var workers]:
        await Figures.DeliverAsync(path, int.Parse(messages), int.Parse(workers));
        return 0;
    case ["fill", var path, var messages]:
        await Figures.FillAsync(path, int.Parse(messages));
        return 0;
    case ["load", var path]:
        await Figures.LoadAsync(path);
        return 0;
    default:
        Console.Error.WriteLine("usage: crash PATH | enqueue PATH PRODUCERS SECONDS | deliver PATH MESSAGES WORKERS | fill PATH MESSAGES | load PATH");
        return 64;
}
