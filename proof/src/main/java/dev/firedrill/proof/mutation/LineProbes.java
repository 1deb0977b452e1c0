package dev.firedrill.proof.mutation;

import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** A copy of the recovery's classes whose every line tells that it was reached, in a folder of its own. */
final class LineProbes {
    /** The file in that folder with one byte a line. */
    static final String REACHED = "reached";

    private final Path folder;
    private final List<ClassLine> lines = new ArrayList<>();

    private LineProbes(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the classes.
     *
     * @throws EnvironmentFailure when the folder cannot be written
     */
    static LineProbes write(RecoveryBytecode bytecode, Path folder) {
        LineProbes probes = new LineProbes(folder);
        try {
            for (String name : bytecode.classes()) {
                Path file = folder.resolve(name.replace('.', '/') + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, probes.probed(bytecode.bytes(name).orElseThrow()));
            }
            Files.write(folder.resolve(REACHED), new byte[probes.lines.size()]);
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "The folder " + folder + " cannot be written: " + refused.getMessage(), refused);
        }
        return probes;
    }

    /** The folder that comes before the recovery's own classes. */
    Path folder() {
        return folder;
    }

    /** The lines that were reached since this was asked last. */
    Set<ClassLine> takeReached() {
        Path file = folder.resolve(REACHED);
        Set<ClassLine> reached = new TreeSet<>();
        try {
            byte[] marks = Files.readAllBytes(file);
            for (int number = 0; number < marks.length; number++) {
                if (marks[number] != 0) {
                    reached.add(lines.get(number));
                }
            }
            // Overwritten in place: the processes that run have this very file in their memory.
            Arrays.fill(marks, (byte) 0);
            Files.write(file, marks, StandardOpenOption.WRITE);
        } catch (IOException refused) {
            throw new EnvironmentFailure(file + " cannot be read: " + refused.getMessage(), refused);
        }
        return reached;
    }

    private byte[] probed(byte[] shipped) {
        ClassReader reader = new ClassReader(shipped);
        ClassNode node = new ClassNode();
        reader.accept(node, 0);
        node.methods.forEach(method -> probe(Type.getObjectType(node.name).getClassName(), method));
        // Frames stay as they are: a call without result between two instructions changes none of them.
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    private void probe(String className, MethodNode method) {
        for (AbstractInsnNode at : method.instructions.toArray()) {
            if (at instanceof LineNumberNode line) {
                // Not at the line's label itself: a frame may follow, and must keep its place.
                AbstractInsnNode first = line;
                while (first != null && first.getOpcode() < 0) {
                    first = first.getNext();
                }
                if (first != null) {
                    insert(method.instructions, first, call(new ClassLine(className, line.line)));
                }
            }
        }
    }

    /** Frames name an object that is not initialised yet by the place of its NEW, which must stay where its label is. */
    private static void insert(InsnList instructions, AbstractInsnNode first, InsnList call) {
        if (first.getOpcode() == Opcodes.NEW) {
            instructions.insert(first, call);
        } else {
            instructions.insertBefore(first, call);
        }
    }

    private InsnList call(ClassLine line) {
        InsnList call = new InsnList();
        call.add(new LdcInsnNode(lines.size()));
        call.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC, Type.getInternalName(LineProbe.class), "reached", "(I)V", false));
        lines.add(line);
        return call;
    }
}
