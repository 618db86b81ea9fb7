import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.ToolProvider;

/**
 * Which file of a source tree depends on which other one, as javac attributes the names. A line an edge: who, whom, and why.
 *
 * `named`: the type itself is written. `member`: only a member of it is. `typed`: it is the type of an expression, that nobody
 * wrote. `signature`: it is of the erased signature of a member that is used, or of a method that is overridden. A line of
 * `declares` has a top-level type and its file.
 */
public final class JavacEdges {
    private final Trees trees;
    private final Types types;
    private final Elements elements;
    private final Path root;
    private final Map<Element, String> files = new HashMap<>();
    private final TreeSet<String> edges = new TreeSet<>();

    private JavacEdges(JavacTask task, Path root) {
        this.trees = Trees.instance(task);
        this.types = task.getTypes();
        this.elements = task.getElements();
        this.root = root;
    }

    /** The root of the sources, a class path. */
    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]).toRealPath();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(diagnostic -> {}, null, StandardCharsets.UTF_8);
        List<Path> sources;
        try (var walk = Files.walk(root)) {
            // Each part of a multi-release tree is a program of its own: only the first is asked for.
            sources = walk.filter(path -> path.toString().endsWith(".java"))
                .filter(path -> !path.endsWith("module-info.java"))
                .filter(path -> !root.relativize(path).startsWith("META-INF"))
                .toList();
        }
        var options = List.of("-proc:none", "-cp", args[1], "-XDshould-stop.ifError=FLOW", "-Xmaxerrs", "1000000", "-nowarn");
        int[] errors = {0};
        var task = (JavacTask) compiler.getTask(null, manager, diagnostic -> errors[0]++, options, null,
            manager.getJavaFileObjectsFromPaths(sources));
        Iterable<? extends CompilationUnitTree> units = task.parse();
        task.analyze();
        var edges = new JavacEdges(task, root);
        for (CompilationUnitTree unit : units) edges.read(unit);
        for (CompilationUnitTree unit : units) edges.declare(unit);
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.println("# " + sources.size() + " files, " + errors[0] + " diagnostics");
        edges.edges.forEach(out::println);
        out.flush();
    }

    private void read(CompilationUnitTree unit) {
        String from = name(unit);
        new TreePathScanner<Void, Void>() {
            private final CharSequence text = text(unit);

            @Override
            public Void scan(Tree node, Void none) {
                Void result = super.scan(node, none);
                if (node instanceof ExpressionTree || node instanceof VariableTree) {
                    type(from, trees.getTypeMirror(new TreePath(getCurrentPath(), node)), "typed");
                }
                return result;
            }

            @Override
            public Void visitNewClass(NewClassTree node, Void none) {
                signature(from, trees.getElement(getCurrentPath()));
                return super.visitNewClass(node, none);
            }

            @Override
            public Void visitMethod(MethodTree node, Void none) {
                signature(from, trees.getElement(getCurrentPath()));
                return super.visitMethod(node, none);
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree node, Void none) {
                lambda(from, trees.getTypeMirror(getCurrentPath()));
                return super.visitLambdaExpression(node, none);
            }

            @Override
            public Void visitIdentifier(IdentifierTree node, Void none) {
                if (!isWritten(node)) return null;
                see(from, trees.getElement(getCurrentPath()));
                return super.visitIdentifier(node, none);
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree node, Void none) {
                if (!isWritten(node)) return null;
                see(from, trees.getElement(getCurrentPath()));
                return super.visitMemberSelect(node, none);
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree node, Void none) {
                see(from, trees.getElement(getCurrentPath()));
                lambda(from, trees.getTypeMirror(getCurrentPath()));
                return super.visitMemberReference(node, none);
            }

            /** Not the types that javac itself fills in, of `var` and of a lambda's parameters. */
            private boolean isWritten(ExpressionTree node) {
                ExpressionTree first = node;
                while (first instanceof MemberSelectTree select) first = select.getExpression();
                if (!(first instanceof IdentifierTree identifier)) return true;
                long start = trees.getSourcePositions().getStartPosition(unit, first);
                String name = identifier.getName().toString();
                return start >= 0 && start + name.length() <= text.length()
                    && name.contentEquals(text.subSequence((int) start, (int) start + name.length()));
            }
        }.scan(unit, null);
    }

    private static CharSequence text(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void see(String from, Element element) {
        if (element == null) return;
        boolean isType = element instanceof TypeElement;
        Element owner = isType ? element : element.getEnclosingElement();
        boolean isMember = element.getKind().isField() || element.getKind() == ElementKind.METHOD
            || element.getKind() == ElementKind.CONSTRUCTOR;
        if (!isType && !isMember) return;
        add(from, owner, isType ? "named" : "member");
        if (isMember) signature(from, element);
    }

    private void add(String from, Element type, String why) {
        String to = file(type);
        if (to != null && !to.equals(from)) edges.add(from + "\t" + to + "\t" + why);
    }

    private void signature(String from, Element member) {
        if (member instanceof VariableElement field) type(from, field.asType(), "signature");
        if (!(member instanceof ExecutableElement method)) return;
        type(from, method.getReturnType(), "signature");
        for (var parameter : method.getParameters()) type(from, parameter.asType(), "signature");
        for (var thrown : method.getThrownTypes()) type(from, thrown, "signature");
        // A bridge is made for what it overrides: its types are those of the method above.
        if (!(method.getEnclosingElement() instanceof TypeElement owner)) return;
        for (var each : overridden(owner, method.getSimpleName().toString(), method.getParameters().size())) {
            add(from, each.getEnclosingElement(), "signature");
            type(from, each.getReturnType(), "signature");
            for (var parameter : each.getParameters()) type(from, parameter.asType(), "signature");
        }
    }

    /** Methods of supertypes by the same name with as many parameters. */
    private List<ExecutableElement> overridden(TypeElement owner, String name, int parameters) {
        var found = new ArrayList<ExecutableElement>();
        var seen = new HashSet<Element>();
        var queue = new ArrayDeque<TypeMirror>(types.directSupertypes(owner.asType()));
        while (!queue.isEmpty()) {
            if (!(types.asElement(queue.remove()) instanceof TypeElement above) || !seen.add(above)) continue;
            for (var each : above.getEnclosedElements()) {
                if (each instanceof ExecutableElement method && method.getSimpleName().contentEquals(name)
                    && method.getParameters().size() == parameters) found.add(method);
            }
            queue.addAll(types.directSupertypes(above.asType()));
        }
        return found;
    }

    /** The method of a functional interface. */
    private void lambda(String from, TypeMirror type) {
        if (type == null || !(types.asElement(type) instanceof TypeElement element)) return;
        for (var each : elements.getAllMembers(element)) {
            if (each instanceof ExecutableElement method && method.getModifiers().contains(Modifier.ABSTRACT)) {
                signature(from, method);
            }
        }
    }

    private void type(String from, TypeMirror type, String why) {
        if (type == null || type.getKind() == TypeKind.ERROR || type.getKind() == TypeKind.PACKAGE) return;
        if (type instanceof ArrayType array) type(from, array.getComponentType(), why);
        else if (type instanceof ExecutableType method) type(from, method.getReturnType(), why);
        else if (type.getKind() == TypeKind.DECLARED) add(from, types.asElement(type), why);
        else if (type instanceof UnionType union) for (var each : union.getAlternatives()) type(from, each, why);
        else if (type instanceof IntersectionType all) for (var each : all.getBounds()) type(from, each, why);
        else if (type instanceof TypeVariable variable) {
            if (variable.getUpperBound() instanceof IntersectionType all) {
                for (var each : all.getBounds()) type(from, types.erasure(each), why);
            } else type(from, types.erasure(variable), why);
        }
    }

    private void declare(CompilationUnitTree unit) {
        for (Tree each : unit.getTypeDecls()) {
            Element type = trees.getElement(TreePath.getPath(unit, each));
            if (type instanceof TypeElement declared) {
                edges.add(declared.getQualifiedName() + "\t" + name(unit) + "\tdeclares");
            }
        }
    }

    /** Null for a type that comes from no source. */
    private String file(Element element) {
        Element outermost = element;
        while (outermost != null && outermost.getEnclosingElement() != null
            && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outermost = outermost.getEnclosingElement();
        }
        if (outermost == null) return null;
        return files.computeIfAbsent(outermost, each -> {
            TreePath path = trees.getPath(each);
            return path == null ? "" : name(path.getCompilationUnit());
        }).transform(found -> found.isEmpty() ? null : found);
    }

    private String name(CompilationUnitTree unit) {
        return root.relativize(Path.of(unit.getSourceFile().toUri())).toString().replace('\\', '/');
    }
}
